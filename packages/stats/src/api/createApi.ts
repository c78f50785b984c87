import type { Api } from './Api.js';
import { ApiError } from './ApiError.js';
import { errorFrom } from './errorFrom.js';
import { query } from './query.js';
import type { SavedFile } from './SavedFile.js';

const PARTNERS_A_PAGE = 500;

type Ask<Answer> = (method: string, path: string, body?: unknown, signal?: AbortSignal) => Promise<Answer>;
type AskJson = <T>(...asked: Parameters<Ask<unknown>>) => Promise<T>;

function asker(fetcher: typeof fetch): Ask<Response> {
  return async (method, path, body, signal) => {
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
    return answer;
  };
}

function jsonAsker(ask: Ask<Response>): AskJson {
  return async <T>(...asked: Parameters<Ask<unknown>>): Promise<T> => {
    const answer = await ask(...asked);
    if (answer.status === 204) return undefined as T;
    return answer.json().catch((cause: unknown) => {
      if (asked[3]?.aborted) throw cause;
      throw new ApiError(answer.status, 'unexpected', 'The collector sent something that is not JSON.');
    });
  };
}

/** The file in an answer, under the name that its `Content-Disposition` gives. */
async function fileIn(answer: Response): Promise<SavedFile> {
  const named = /filename="?([^";]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  return { name: named ?? 'payout.csv', content: await answer.blob() };
}

/**
 * The collector's HTTP API, by session cookie and on the page's own origin.
 * `onSignedOut` is called when a call finds that the session is over; asking for the session itself does not count.
 */
export function createApi(fetcher: typeof fetch, onSignedOut: () => void): Api {
  const send = asker(fetcher);
  const ask = jsonAsker(send);
  const sendSignedIn: Ask<Response> = async (...asked) => {
    try {
      return await send(...asked);
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) onSignedOut();
      throw error;
    }
  };
  const asSignedIn = jsonAsker(sendSignedIn);
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
    reviews: (of, signal) => asSignedIn('GET', `reviews${query(of)}`, undefined, signal),
    review: (conversion, verdict) => asSignedIn('POST', `conversions/${id(conversion)}/review`, verdict),
    ledger: (of, signal) => asSignedIn('GET', `ledger${query(of)}`, undefined, signal),
    payouts: (of, signal) => asSignedIn('GET', `payouts${query({ ...of, limit: 500 })}`, undefined, signal),
    payout: (site, payout, signal) =>
      asSignedIn('GET', `payouts/${id(payout)}${query({ site })}`, undefined, signal),
    previewPayout: (of, signal) => asSignedIn('POST', 'payouts', { ...of, preview: true }, signal),
    createPayout: (of) => asSignedIn('POST', 'payouts', of),
    changePayout: (site, payout, change) => asSignedIn('POST', `payouts/${id(payout)}/${change}`, { site }),
    exportPayout: async (site, payout, as) =>
      fileIn(await sendSignedIn('POST', `payouts/${id(payout)}/export`, { site, ...as })),
  };
}
