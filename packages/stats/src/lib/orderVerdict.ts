import type { OrderAnswer } from '../api/OrderAnswer.js';

type Verdict = { title: string; text?: string; kind: 'good' | 'warn' | '' };

/** Somebody else won, for one of these reasons; all others leave the order without a partner. */
const OUTRANKED: readonly string[] = ['lower-precedence', 'not-last', 'not-first'];

/** What became of an order, for whoever asks: credited, credited to somebody else, refused, reported without a tie, or never seen. */
export function orderVerdict(
  order: string,
  { conversions, known }: OrderAnswer,
  viewer: 'partner' | 'shop',
): Verdict {
  const [found] = conversions;
  if (!found) return known ? withoutYou(order) : neverSeen(order, viewer);
  const { status, reason, partnerName } = found;
  if (status === 'direct') return { title: `Order ${order} came without a partner.`, kind: '' };
  if (status === 'credited') {
    const to = viewer === 'partner' ? 'you' : (partnerName ?? 'a partner');
    return { title: `Order ${order} was credited to ${to}.`, kind: 'good' };
  }
  const other = viewer === 'partner' && reason !== undefined && OUTRANKED.includes(reason);
  return {
    title: other ? `Order ${order} was credited to another partner.` : `Order ${order} was not credited.`,
    kind: 'warn',
  };
}

function withoutYou(order: string): Verdict {
  return {
    title: `Order ${order} was reported, but nothing of yours came with it.`,
    text: 'No visit through your links, none of your coupons, and no customer whom you had brought before. If you know better, tell the shop the order number and how the customer found you.',
    kind: 'warn',
  };
}

function neverSeen(order: string, viewer: 'partner' | 'shop'): Verdict {
  const next =
    viewer === 'partner'
      ? 'If it is right, tell the shop: its report of this order has not arrived here.'
      : 'If it is right, its purchase call has not arrived: look at the thank-you page, or report it from your server.';
  return {
    title: `Order ${order} has never been reported.`,
    text: `Check the number, as the order confirmation has it. ${next}`,
    kind: 'warn',
  };
}
