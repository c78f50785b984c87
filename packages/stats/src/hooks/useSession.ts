import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Api } from '../api/Api.js';
import { ApiError } from '../api/ApiError.js';
import { createApi } from '../api/createApi.js';
import type { Phase } from './Phase.js';
import { takeToken } from './takeToken.js';

/** A used or expired link is no harm to somebody who is still signed in. */
async function start(api: Api, token: string | undefined): Promise<Phase> {
  let staleLink = false;
  if (token) {
    try {
      return { name: 'signed-in', session: await api.signIn({ token }) };
    } catch (error) {
      if (!(error instanceof ApiError) || error.status < 400 || error.status >= 500 || error.status === 429)
        throw error;
      staleLink = true;
    }
  }
  try {
    return { name: 'signed-in', session: await api.session(), staleLink };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    return { name: 'signed-out', why: staleLink ? 'bad-link' : 'no-session' };
  }
}

/** Signs in by the token in the address or by the cookie, and notices when the session ends. */
export function useSession(fetcher: typeof fetch): {
  api: Api;
  phase: Phase;
  setPhase: (phase: Phase) => void;
} {
  const [phase, setPhase] = useState<Phase>({ name: 'starting' });
  const api = useMemo(
    () => createApi(fetcher, () => setPhase({ name: 'signed-out', why: 'ended' })),
    [fetcher],
  );
  useEffect(() => {
    const run = (token: string | undefined) => {
      setPhase({ name: 'starting' });
      start(api, token).then(setPhase, (error: ApiError) =>
        setPhase({ name: 'failed', error, retry: () => run(token) }),
      );
    };
    // A link that is pasted into an open page changes the hash only: nothing is loaded anew.
    const onHash = () => {
      const token = takeToken();
      if (token) run(token);
    };
    run(takeToken());
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, [api]);
  return { api, phase, setPhase };
}
