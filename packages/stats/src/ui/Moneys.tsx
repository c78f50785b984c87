import type { Money } from '../api/Money.js';
import { formatMoney } from '../lib/formatMoney.js';

type Props = { amounts: readonly Money[]; none?: string };

/** Amounts, one a line: currencies are never added together. */
export function Moneys({ amounts, none = '–' }: Props) {
  if (amounts.length === 0) return <>{none}</>;
  return (
    <>
      {amounts.map((money) => (
        <span key={money.currency} class="money">
          {formatMoney(money)}
        </span>
      ))}
    </>
  );
}
