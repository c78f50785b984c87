import type { Payout } from '../api/Payout.js';
import { formatTime } from '../lib/formatTime.js';
import { Moneys } from './Moneys.js';
import { PAYOUT_STATUS } from './PAYOUT_STATUS.js';

type Props = { payouts: readonly Payout[]; timeZone: string; linked?: boolean };

/** What has been or is being paid, newest first; `linked`: each leads to its details. */
export function PayoutTable({ payouts, timeZone, linked }: Props) {
  return (
    <table class="table ledger payouts">
      <caption class={linked ? 'visually-hidden' : ''}>Payouts</caption>
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
              {linked ? <a href={`#payouts/${id}`}>{id}</a> : <b>{id}</b>}{' '}
              <span class={`pill ${PAYOUT_STATUS[status].kind}`}>{PAYOUT_STATUS[status].text}</span>
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
