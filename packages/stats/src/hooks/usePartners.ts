import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Api } from '../api/Api.js';
import { allPages } from '../api/allPages.js';
import type { Partner } from '../api/Partner.js';

type Details = ReadonlyMap<string, Partner>;

/**
 * A site's partners by id, filled in page by page behind the totals, which do not wait for it.
 * Should a page fail, the totals still show; what is missing then is the status of some partners.
 */
export function usePartners(api: Api, site: string): [Details, (partner: Partner) => void] {
  const [state, setState] = useState({ partners: new Map<string, Partner>() });
  const add = useCallback((items: Partner[]) => {
    // One map grows: copying ten thousand entries for each of twenty pages would be felt.
    setState(({ partners }) => {
      for (const item of items) partners.set(item.id, item);
      return { partners };
    });
  }, []);
  useEffect(() => {
    const cancel = new AbortController();
    setState({ partners: new Map() });
    allPages(
      async (cursor) => {
        const { partners: items, nextCursor } = await api.partners(site, cursor, cancel.signal);
        return nextCursor ? { items, nextCursor } : { items };
      },
      (items) => cancel.signal.aborted || add(items),
    ).catch(() => undefined);
    return () => cancel.abort();
  }, [api, site, add]);
  return [state.partners, (partner) => add([partner])];
}
