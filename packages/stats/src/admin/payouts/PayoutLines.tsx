import { useState } from 'preact/hooks';
import type { Partner } from '../../api/Partner.js';
import type { PayoutLine } from '../../api/PayoutLine.js';
import { formatMoney } from '../../lib/formatMoney.js';
import { payMethodText } from '../../lib/payMethodText.js';
import { plural } from '../../lib/plural.js';
import { Pager } from '../Pager.js';

const A_PAGE = 50;

type Props = { lines: readonly PayoutLine[]; details: ReadonlyMap<string, Partner> };

/** The payments of a payout. */
export function PayoutLines({ lines, details }: Props) {
  const [page, setPage] = useState(0);
  return (
    <>
      <table class="table accounts">
        <caption>Payments</caption>
        <thead>
          <tr>
            <th scope="col">Partner</th>
            <th scope="col">Paid by</th>
            <th scope="col" class="number">
              Amount
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(page * A_PAGE, (page + 1) * A_PAGE).map((line) => (
            <tr key={`${line.partner} ${line.currency}`}>
              <th scope="row">{line.partnerName}</th>
              <td class="by">
                {payMethodText(details.get(line.partner)?.payout) || <span class="dim">not known</span>}
              </td>
              <td class="number" data-label={`of ${plural(line.entries, 'line')}`}>
                {formatMoney(line)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager page={page} size={A_PAGE} count={lines.length} onPage={setPage} />
    </>
  );
}
