import { useState } from 'preact/hooks';
import type { Api } from '../api/Api.js';
import { ApiError } from '../api/ApiError.js';
import type { Conversion } from '../api/Conversion.js';
import type { Slice } from '../api/Slice.js';
import type { Range } from '../lib/Range.js';
import { useLoad } from './useLoad.js';

const A_PAGE = 25;

type Of = Range & { site?: string; partner?: string };
type First = Slice<'conversions', Conversion>;
/** What was read after the first page; it belongs to `first` and is void when that is read again. */
type More = {
  first?: First | undefined;
  items: Conversion[];
  cursor?: string | undefined;
  error?: ApiError;
  loading: boolean;
};

/** The newest conversions of a range, and more of them on demand. */
export function useConversions(api: Api, of: Of) {
  const load = useLoad(JSON.stringify(of), (signal) => api.conversions({ ...of, limit: A_PAGE }, signal));
  const [stored, setMore] = useState<More>({ items: [], loading: false });
  const first = load.data;
  const more: More =
    stored.first === first ? stored : { first, items: [], cursor: first?.nextCursor, loading: false };

  const loadMore = async () => {
    const { items, cursor } = more;
    if (!cursor) return;
    setMore({ first, items, cursor, loading: true });
    try {
      const page = await api.conversions({ ...of, limit: A_PAGE, cursor });
      setMore({ first, items: [...items, ...page.conversions], cursor: page.nextCursor, loading: false });
    } catch (cause) {
      const error = cause instanceof ApiError ? cause : new ApiError(0, 'unexpected', String(cause));
      setMore({ first, items, cursor, loading: false, error });
    }
  };
  return { load, items: [...(first?.conversions ?? []), ...more.items], more, loadMore };
}
