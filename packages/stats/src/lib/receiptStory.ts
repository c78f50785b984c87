import type { Candidate } from '../api/Candidate.js';
import type { Conversion } from '../api/Conversion.js';
import { distance } from './distance.js';
import { plural } from './plural.js';
import { reasonText } from './reasonText.js';

type Viewer = 'partner' | 'shop';

const event = (c: Conversion) => (c.type === 'purchase' ? 'purchase' : 'signup');

/** Why the winner won. The partner is spoken to; the shop reads the partner's name. */
function wonBecause(c: Conversion, won: Candidate, viewer: Viewer): string {
  const mine = viewer === 'partner' ? 'Your' : 'Their';
  const to = viewer === 'partner' ? 'you' : (c.partnerName ?? 'this partner');
  const credited = `Credited to ${to}.`;
  const ago = distance(won.at, c.at);
  if (won.via === 'coupon') return `${credited} ${mine} coupon ${won.code ?? ''} was used at the checkout.`;
  if (won.via === 'customer') {
    return `${credited} This customer came through ${mine.toLowerCase()} link ${ago} earlier, and stays with ${viewer === 'partner' ? 'you' : 'them'}.`;
  }
  const rivals = c.receipt.candidates.filter((other) => other.via === 'touch').length > 1;
  const which = rivals ? `the ${c.receipt.model} one` : 'the only one';
  return `${credited} ${mine} link was ${which} that the customer followed, ${ago} before the ${event(c)}.`;
}

/** The answer to “why?” in a sentence or two. */
export function receiptStory(c: Conversion, viewer: Viewer): string {
  const won = c.receipt.candidates.find((candidate) => candidate.verdict === 'won');
  if (c.status === 'credited' && won) return wonBecause(c, won, viewer);
  if (c.status === 'credited') return 'Credited by the shop.';
  if (c.status === 'direct') return `No referral link, coupon or known customer came with this ${event(c)}.`;
  const expired = c.reason === 'expired' ? ` The shop counts ${plural(c.receipt.windowDays, 'day')}.` : '';
  return `Not credited. ${c.reason ? reasonText(c.reason) : 'No candidate counted.'}${expired}`;
}
