import type { Payout } from '../api/Payout.js';
import { formatTime } from '../lib/formatTime.js';
import { Moneys } from '../ui/Moneys.js';

const STATUS: Record<Payout['status'], { text: string; kind: string }> = {
  open: { text: 'In preparation', kind: '' },
  exported: { text: 'On its way', kind: '' },
  paid: { text: 'Paid', kind: 'good' },
  cancelled: { text: 'Cancelled', kind: 'warn' },
};

type Props = { payouts: readonly Payout[]; timeZone: string };

/** What has been or is being paid, newest first. */
export function PayoutTable({ payouts, timeZone }: Props) {
  return (
    <table class="table ledger payouts">
      <caption>Payouts</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Payout</th>
          <th scope="col" class="number">
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {payouts.map(({ id, status, createdAt, paidAt, total }) => (
          <tr key={id}>
            <td class="when">{formatTime(paidAt ?? createdAt, timeZone)}</td>
            <td class="what">
              <b>{id}</b> <span class={`pill ${STATUS[status].kind}`}>{STATUS[status].text}</span>
            </td>
            <td class="number amount">
              <Moneys amounts={total} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
