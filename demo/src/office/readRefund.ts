import type { Order } from '../Order.js';
import type { RefundForm } from './RefundForm.js';

/**
 * Reads a refund from a form of the office; `undefined` when it is not one of these forms. What somebody typed goes to the
 * collector as it is, which checks it and says what was expected.
 */
export function readRefund({ id, currency, lines }: Order, body: unknown): RefundForm | undefined {
  const refundId = text(body, 'refundId');
  if (!refundId.startsWith(`${id}-R`)) return undefined;
  const [amount, slug, quantity] = [text(body, 'amount'), text(body, 'line'), text(body, 'quantity')];
  switch (text(body, 'kind')) {
    case 'rest':
      return { refundId, what: 'All that is left', fields: {} };
    case 'amount':
      return { refundId, what: `${amount || 'Nothing'} ${currency}`, fields: { amount, currency } };
    case 'line': {
      const name = lines.find(({ product }) => product.slug === slug)?.product.name ?? slug;
      const items = [{ id: slug, quantity: /^\d{1,3}$/.test(quantity) ? Number(quantity) : quantity }];
      return { refundId, what: `${quantity} × ${name}`, fields: { items } };
    }
    default:
      return undefined;
  }
}

function text(body: unknown, field: string): string {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, field) : undefined;
  return typeof value === 'string' ? value.trim().slice(0, 80) : '';
}
