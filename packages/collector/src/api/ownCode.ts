import type { Partner } from '@reftally/core';
import type { Store } from '@reftally/store';
import { HttpError } from '../http/HttpError.js';

/** A code of the partner as it was registered; 400 when it is not one: as a coupon it would credit somebody else, or nobody. */
export async function ownCode(code: string, { id, name }: Partner, store: Store): Promise<string> {
  const link = (await store.linksByCode(code)).find(({ partner }) => partner === id);
  if (link) return link.code;
  const message = `coupon: expected one of the codes of ${name}, got "${code}"; add it with POST /api/v1/links first.`;
  throw new HttpError(400, 'invalid-request', message, { field: 'coupon' });
}
