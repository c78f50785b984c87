import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../api/Api.js';

/** How many conversions of a site wait for a decision; 0 until that is known, and when it cannot be read (their own view says why). */
export function useToDecide(api: Api, site: string): [number, (count: number) => void] {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const cancel = new AbortController();
    api.reviews({ site, state: 'open', limit: 1 }, cancel.signal).then(
      ({ counts }) => setCount(counts.open),
      () => undefined,
    );
    return () => cancel.abort();
  }, [api, site]);
  return [count, setCount];
}
