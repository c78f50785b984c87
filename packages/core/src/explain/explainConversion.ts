import type { Explainable } from './Explainable.js';
import { explainCredit } from './explainCredit.js';
import { explainEarning } from './explainEarning.js';
import { explainFlags } from './explainFlags.js';
import { explainOffer } from './explainOffer.js';
import { explainReview } from './explainReview.js';
import { moneyText } from './moneyText.js';

/**
 * A conversion in plain words, out of its receipt: who was credited and why or why not, what was earned and how that came about, and
 * what refunds have taken back since (`clawedBack`, minor units), and how its review stands. `to` is what to call the partner: a name,
 * or `you`, who is not told what gives it away.
 */
export function explainConversion(conversion: Explainable, to: string, clawedBack: number): string {
  const { commission } = conversion;
  const back =
    commission && clawedBack > 0
      ? `Refunds have taken back ${moneyText(clawedBack, commission.currency)} of it.`
      : '';
  const parts = [
    explainCredit(conversion, to),
    explainEarning(conversion),
    explainOffer(conversion, to),
    back,
    to === 'you' ? '' : explainFlags(conversion),
    explainReview(conversion, to),
  ];
  return parts.filter(Boolean).join(' ');
}
