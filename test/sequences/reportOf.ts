/** An event as the shop reports it; `key` says which one it is. */
export interface Report {
  readonly key: string;
  readonly name: string;
  readonly props: { readonly [name: string]: string | number };
}

/** What the shop reports about its order, customer or refund with a number; the same number is the same, whenever it is reported. */
export function reportOf(what: 'signup' | 'purchase' | 'refund' | 'step', n: number): Report {
  const currency = n % 2 === 0 ? 'USD' : 'EUR';
  const props = {
    signup: { customerId: `c${n}` },
    purchase: { orderId: `A${n}`, amount: `${n}0.25`, currency },
    refund: { refundId: `R${n}`, orderId: `A${n}`, amount: '1.10', currency },
    step: { n },
  };
  return { key: `${what} ${n}`, name: what, props: props[what] };
}
