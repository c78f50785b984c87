import type { Partner } from '../../api/Partner.js';
import type { TotalsRow } from '../../api/TotalsRow.js';
import { payMethodText } from '../../lib/payMethodText.js';
import { Moneys } from '../../ui/Moneys.js';

type Props = {
  rows: readonly TotalsRow[];
  details: ReadonlyMap<string, Partner>;
  onPayBy: (partner: string) => void;
};

/** Accounts with something in them, each with the way in which its partner is paid. */
export function AccountsTable({ rows, details, onPayBy }: Props) {
  return (
    <table class="table accounts">
      <thead>
        <tr>
          <th scope="col">Partner</th>
          <th scope="col">Paid by</th>
          <th scope="col" class="number">
            Held
          </th>
          <th scope="col" class="number">
            Payable
          </th>
          <th scope="col" class="number">
            Paid
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.partner} row={row} details={details.get(row.partner)} onPayBy={onPayBy} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { row: TotalsRow; details: Partner | undefined; onPayBy: Props['onPayBy'] };

function Row({ row, details, onPayBy }: RowProps) {
  const method = payMethodText(details?.payout);
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td class="by">
        {details && (
          <button
            type="button"
            class={method ? 'name' : 'button small'}
            aria-label={`${method || 'Say how to pay'}: ${row.name}`}
            onClick={() => onPayBy(row.partner)}
          >
            {method || 'Say how to pay'}
          </button>
        )}
      </td>
      <td class="number" data-label="Held">
        <Moneys amounts={row.commission.held} />
      </td>
      <td class="number" data-label="Payable">
        <Moneys amounts={row.commission.payable} />
      </td>
      <td class="number" data-label="Paid">
        <Moneys amounts={row.commission.paid} />
      </td>
    </tr>
  );
}
