import { type ComponentChildren, Fragment } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Conversion } from '../api/Conversion.js';
import { formatMoney } from '../lib/formatMoney.js';
import { formatTime } from '../lib/formatTime.js';
import { REVIEW_NAMES } from '../lib/REVIEW_NAMES.js';
import { reasonName } from '../lib/reasonName.js';
import { trustName } from '../lib/trustName.js';
import { ReceiptView } from './ReceiptView.js';

type Props = {
  items: readonly Conversion[];
  viewer: 'partner' | 'shop';
  timeZone: string;
  /** What can be done with a conversion, under its receipt; tells what it has become. */
  actions?:
    | ((conversion: Conversion, onChanged: (conversion: Conversion) => void) => ComponentChildren)
    | undefined;
};

/** Conversions, newest first; “Why?” opens the receipt under its row. */
export function ConversionTable({ items, viewer, timeZone, actions }: Props) {
  const shop = viewer === 'shop';
  return (
    <table class="table conversions">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">What</th>
          {shop && <th scope="col">Partner</th>}
          <th scope="col">Status</th>
          <th scope="col" class="number">
            Amount
          </th>
          <th scope="col" class="number">
            Commission
          </th>
          <th scope="col">
            <span class="visually-hidden">Receipt</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((conversion) => (
          <Row
            key={conversion.id}
            listed={conversion}
            viewer={viewer}
            timeZone={timeZone}
            actions={actions}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row({ listed, viewer, timeZone, actions }: Omit<Props, 'items'> & { listed: Conversion }) {
  const [changed, setChanged] = useState<Conversion>();
  const conversion = changed ?? listed;
  const [open, setOpen] = useState(false);
  const id = useId();
  const shop = viewer === 'shop';
  const { amount, refunded, commission, clawedBack, orderId, customerId } = conversion;
  const name = `${conversion.type}${orderId ? ` ${orderId}` : ''}`;
  return (
    <Fragment>
      <tr class={open ? 'open' : ''}>
        <td class="when">{formatTime(conversion.at, timeZone)}</td>
        <td class="what">
          <b>{conversion.type === 'purchase' ? 'Purchase' : 'Signup'}</b>{' '}
          <span class="mono">{orderId ?? customerId}</span>
        </td>
        {shop && <td class="who">{conversion.partnerName ?? <span class="dim">No partner</span>}</td>}
        <td class="state">
          <Status conversion={conversion} />
        </td>
        <td class="number" data-label="Amount">
          {amount ? formatMoney(amount) : <span class="dim">–</span>}
          {amount && <span class="trust">{trustName(conversion.trust)}</span>}
          {refunded && <span class="refund">{formatMoney(refunded)} refunded</span>}
        </td>
        <td class="number" data-label="Commission">
          {commission ? formatMoney(commission) : <span class="dim">–</span>}
          {commission && conversion.review?.state === 'rejected' && <span class="refund">not paid</span>}
          {clawedBack && <span class="refund">{formatMoney(clawedBack)} taken back</span>}
        </td>
        <td class="why">
          <button
            type="button"
            class="button small"
            aria-expanded={open}
            aria-controls={id}
            aria-label={`Why? Receipt of ${name}`}
            onClick={() => setOpen(!open)}
          >
            Why?
          </button>
        </td>
      </tr>
      <tr id={id} class="receipt-row" hidden={!open}>
        <td colSpan={shop ? 7 : 6}>
          {open && <ReceiptView conversion={conversion} timeZone={timeZone} />}
          {open && actions?.(conversion, setChanged)}
        </td>
      </tr>
    </Fragment>
  );
}

function Status({ conversion: { status, reason, review } }: { conversion: Conversion }) {
  if (status === 'credited' && review && review.state !== 'approved') {
    return (
      <span class={review.state === 'rejected' ? 'pill bad' : 'pill warn'}>{REVIEW_NAMES[review.state]}</span>
    );
  }
  if (status === 'credited') return <span class="pill good">Credited</span>;
  if (status === 'direct') return <span class="pill">Direct</span>;
  return <span class="pill warn">{reason ? reasonName(reason) : 'Not credited'}</span>;
}
