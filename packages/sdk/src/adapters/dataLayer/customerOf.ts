import { textOf } from './textOf.js';

/** Google's `user_id` as a customer's id. An e-mail address is never sent, not even as an id. */
export const customerOf = (userId: unknown): string | undefined => {
  const id = textOf(userId);
  return id && /@/.test(id) ? undefined : id;
};
