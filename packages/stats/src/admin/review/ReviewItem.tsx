import { useId, useState } from 'preact/hooks';
import type { Api } from '../../api/Api.js';
import type { Conversion } from '../../api/Conversion.js';
import { formatMoney } from '../../lib/formatMoney.js';
import { formatTime } from '../../lib/formatTime.js';
import { signalName } from '../../lib/signalName.js';
import { ReceiptView } from '../../ui/ReceiptView.js';
import { ReviewActions } from './ReviewActions.js';
import { ReviewHistory } from './ReviewHistory.js';

type Props = {
  api: Api;
  conversion: Conversion;
  by: string;
  timeZone: string;
  onDecided: (conversion: Conversion) => void;
};

/** One conversion under review: what it is, what is suspicious, what was decided, and what can be. */
export function ReviewItem({ api, conversion, by, timeZone, onDecided }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { flags = [], orderId, customerId, amount, commission, partnerName } = conversion;
  const what = `${conversion.type === 'purchase' ? 'Purchase' : 'Signup'} ${orderId ?? customerId ?? ''}`;
  return (
    <li class="review" aria-labelledby={`${id}-head`}>
      <div class="review-head">
        <div>
          <h3 id={`${id}-head`}>
            {what} <span>by {partnerName ?? 'a partner'}</span>
          </h3>
          <p class="hint">
            {formatTime(conversion.at, timeZone)}
            {amount && `, ${formatMoney(amount)}`}
            {commission && `, earns ${formatMoney(commission)}`}
          </p>
        </div>
        <button
          type="button"
          class="button small"
          aria-expanded={open}
          aria-controls={`${id}-receipt`}
          aria-label={`Why? Receipt of ${what}`}
          onClick={() => setOpen(!open)}
        >
          Why?
        </button>
      </div>
      {flags.length > 0 && (
        <ul class="flags" aria-label="What is suspicious">
          {flags.map(({ signal, note, holds }) => (
            <li key={signal}>
              <span class={holds ? 'pill warn' : 'pill'}>{signalName(signal)}</span> <span>{note}</span>
            </li>
          ))}
        </ul>
      )}
      <ReviewHistory history={conversion.review?.history ?? []} timeZone={timeZone} />
      <ReviewActions api={api} conversion={conversion} by={by} onDecided={onDecided} />
      <div id={`${id}-receipt`} hidden={!open}>
        {open && <ReceiptView conversion={conversion} timeZone={timeZone} />}
      </div>
    </li>
  );
}
