import type { Partner } from '../../api/Partner.js';
import type { PayoutPreview } from '../../api/PayoutPreview.js';
import { formatMoney } from '../../lib/formatMoney.js';
import { payMethodText } from '../../lib/payMethodText.js';
import { plural } from '../../lib/plural.js';
import { Moneys } from '../../ui/Moneys.js';
import { UnpaidNote } from './UnpaidNote.js';

const SHOWN = 50;

type Props = { preview: PayoutPreview; details: ReadonlyMap<string, Partner> };

/** What a payout would pay: the sum, each payment, and what is missing for it. */
export function PreviewLines({ preview: { total, lines }, details }: Props) {
  if (lines.length === 0) {
    return (
      <p>
        <strong>Nothing is payable on these terms.</strong> What is held becomes payable with time; a least
        payment may keep the rest.
      </p>
    );
  }
  return (
    <>
      <p class="preview-sum">
        {plural(lines.length, 'payment')}, together{' '}
        <b>
          <Moneys amounts={total} />
        </b>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <ul class="preview-lines" aria-label="Payments" tabIndex={0}>
        {lines.slice(0, SHOWN).map((line) => (
          <li key={`${line.partner} ${line.currency}`}>
            <span>
              {line.partnerName} <small>{payMethodText(details.get(line.partner)?.payout)}</small>
            </span>
            <b>{formatMoney(line)}</b>
          </li>
        ))}
        {lines.length > SHOWN && <li>and {plural(lines.length - SHOWN, 'more payment')}</li>}
      </ul>
      <UnpaidNote lines={lines} details={details} />
    </>
  );
}
