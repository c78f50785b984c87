import type { Api } from './Api.js';
import { ApiError } from './ApiError.js';
import { errorFrom } from './errorFrom.js';
import { query } from './query.js';

const PARTNERS_A_PAGE = 500;

type Ask = <T>(method: string, path: string, body?: unknown, signal?: AbortSignal) => Promise<T>;

function asker(fetcher: typeof fetch): Ask {
  return async <T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> => {
    const answer = await fetcher(`/api/v1/${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    }).catch((cause: unknown) => {
      if (signal?.aborted) throw cause;
      throw new ApiError(0, 'unreachable', 'The collector does not answer.');
    });
    if (!answer.ok) throw await errorFrom(answer);
    if (answer.status === 204) return undefined as T;
    return answer.json().catch((cause: unknown) => {
      if (signal?.aborted) throw cause;
      throw new ApiError(answer.status, 'unexpected', 'The collector sent something that is not JSON.');
    });
  };
}

/**
 * The collector's HTTP API, by session cookie and on the page's own origin.
 * `onSignedOut` is called when a call finds that the session is over; asking for the session itself does not count.
 */
export function createApi(fetcher: typeof fetch, onSignedOut: () => void): Api {
  const ask = asker(fetcher);
  const asSignedIn: Ask = async (method, path, body, signal) => {
    try {
      return await ask(method, path, body, signal);
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) onSignedOut();
      throw error;
    }
  };
  const id = encodeURIComponent;
  return {
    session: (signal) => ask('GET', 'session', undefined, signal),
    signIn: (by) => ask('POST', 'session', by),
    signOut: () => ask('DELETE', 'session'),
    sites: (cursor, signal) => asSignedIn('GET', `sites${query({ cursor })}`, undefined, signal),
    snippet: (site, { sri, stub }, signal) =>
      asSignedIn(
        'GET',
        `sites/${id(site)}/snippet${query({ sri: String(sri), stub: String(stub) })}`,
        undefined,
        signal,
      ),
    partners: (site, cursor, signal) =>
      asSignedIn('GET', `partners${query({ site, cursor, limit: PARTNERS_A_PAGE })}`, undefined, signal),
    addPartner: (input) => asSignedIn('POST', 'partners', input),
    changePartner: (partner, change) => asSignedIn('PATCH', `partners/${id(partner)}`, change),
    makeAccess: (partner) => asSignedIn('POST', `partners/${id(partner)}/access`, {}),
    totals: (of, signal) => asSignedIn('GET', `totals${query(of)}`, undefined, signal),
    conversions: (of, signal) => asSignedIn('GET', `conversions${query(of)}`, undefined, signal),
    order: (of, signal) => asSignedIn('GET', `conversions${query(of)}`, undefined, signal),
    ledger: (of, signal) => asSignedIn('GET', `ledger${query(of)}`, undefined, signal),
    payouts: (signal) => asSignedIn('GET', 'payouts?limit=500', undefined, signal),
  };
}
