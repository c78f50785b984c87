import type { Money } from './Money.js';
import type { CommissionRule, Policy } from './Policy.js';
import { percentOf } from './percentOf.js';

/** What a credited conversion earns its partner: the rule with the latest `from` that applies, later in the list on a tie. */
export function earningOf(
  conversion: { type: 'signup' | 'purchase'; at: number; amount?: Money },
  policy: Policy,
): Money | undefined {
  const rules = policy.commission.filter((rule) => applies(rule, conversion));
  const rule = rules.reduce<CommissionRule | undefined>(
    (best, next) => (best && (best.from ?? 0) > (next.from ?? 0) ? best : next),
    undefined,
  );
  if (!rule) return undefined;
  const earning = rule.flat ?? percentEarning(rule, conversion.amount);
  return earning && earning.minor > 0 ? earning : undefined;
}

/** A flat sum in another currency than the order's does not apply: currencies are never mixed within one order. */
function applies(rule: CommissionRule, { type, at, amount }: Parameters<typeof earningOf>[0]): boolean {
  if (rule.on !== type || at < (rule.from ?? 0)) return false;
  return !rule.flat || !amount || rule.flat.currency === amount.currency;
}

function percentEarning({ percent }: CommissionRule, amount: Money | undefined): Money | undefined {
  return percent && amount
    ? { currency: amount.currency, minor: percentOf(amount.minor, percent) }
    : undefined;
}
