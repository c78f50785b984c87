import type { Partner } from '../../api/Partner.js';
import type { PayoutLine } from '../../api/PayoutLine.js';
import { unpaidNames } from '../../lib/unpaidNames.js';

type Props = { lines: readonly PayoutLine[]; details: ReadonlyMap<string, Partner> };

/** Says of whom it is not known how they are paid, before the money is on its way. */
export function UnpaidNote({ lines, details }: Props) {
  const names = unpaidNames(lines, details);
  if (!names) return null;
  return (
    <p class="notice warn">
      <span>
        <strong>How to pay is missing</strong> for {names}. Say it in the list of accounts; until then there
        is no file for PayPal or the bank, and the CSV leaves it blank.
      </span>
    </p>
  );
}
