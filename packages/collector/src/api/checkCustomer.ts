import { describeIssues, fields } from '@reftally/core';
import { z } from 'zod';

/** An existing customer as the store takes it (`since` in ms), or the row that says what is wrong with it. */
export type CheckedCustomer =
  | { customer: { customerId: string; since?: number }; invalid?: undefined }
  | { customer?: undefined; invalid: { customerId: string | null; status: 'invalid'; message: string } };

const WHEN = 'expected a day such as "2024-03-31" or a time such as "2024-03-31T12:00:00Z"';
const shape = z.strictObject(
  {
    customerId: fields.shopId,
    since: z.union([z.iso.date(), z.iso.datetime({ offset: true })], { error: WHEN }).optional(),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? 'is not a field of a customer'
        : fields.expected('an object {customerId, since?}', issue.input),
  },
);

/** Checks one customer of an import; `now` in ms. */
export function checkCustomer(raw: unknown, now: number): CheckedCustomer {
  const parsed = shape.safeParse(raw);
  if (!parsed.success)
    return refuse(raw, describeIssues(parsed.error.issues).replace(/^event:/, 'customer:'));
  const { customerId, since } = parsed.data;
  if (since === undefined) return { customer: { customerId } };
  const at = Date.parse(since);
  if (at > now) return refuse(raw, `since: expected a time that has been, got "${since}"`);
  return { customer: { customerId, since: at } };
}

function refuse(raw: unknown, message: string): CheckedCustomer {
  const id = typeof raw === 'object' && raw !== null && 'customerId' in raw ? raw.customerId : null;
  const isShort = typeof id === 'string' && id.length <= 128 && !/\p{Surrogate}/u.test(id);
  return { invalid: { customerId: isShort ? id : null, status: 'invalid', message } };
}
