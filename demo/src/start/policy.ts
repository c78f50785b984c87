/** What the demo shop pays its partners. `holdDays` is how long it waits for returns. */
export function policy(holdDays = 30) {
  return {
    holdDays,
    refundDays: Math.min(14, holdDays),
    discount: '10',
    // A page alone could name any amount: what the shop has not signed or reported itself earns nothing.
    paysFrom: 'signed',
    commission: [
      { on: 'purchase', percent: '5', categories: ['tools'] },
      { on: 'purchase', percent: '20', order: 'first' },
      { on: 'purchase', percent: '10' },
    ],
  };
}
