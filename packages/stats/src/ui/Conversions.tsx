import type { ComponentChildren, ComponentProps } from 'preact';
import type { Api } from '../api/Api.js';
import { useConversions } from '../hooks/useConversions.js';
import type { Range } from '../lib/Range.js';
import { ConversionTable } from './ConversionTable.js';
import { LoadError } from './LoadError.js';
import { Waiting } from './Waiting.js';

type Props = {
  api: Api;
  of: Range & { site?: string; partner?: string };
  viewer: 'partner' | 'shop';
  timeZone: string;
  empty: ComponentChildren;
  actions?: ComponentProps<typeof ConversionTable>['actions'];
};

/** The list of conversions with all of its states: loading, empty, failed, more to come. */
export function Conversions({ api, of, viewer, timeZone, empty, actions }: Props) {
  const { load, items, more, loadMore } = useConversions(api, of);
  if (load.error) return <LoadError error={load.error} retry={load.reload} />;
  if (!load.data) return <Waiting what="conversions" lines={5} />;
  if (items.length === 0) return <div class="empty">{empty}</div>;
  return (
    <div class={load.loading ? 'stale' : ''} aria-busy={load.loading}>
      <ConversionTable items={items} viewer={viewer} timeZone={timeZone} actions={actions} />
      {more.error && <LoadError error={more.error} retry={loadMore} />}
      {more.cursor && !more.error && (
        <div class="more">
          <button type="button" class="button" disabled={more.loading} onClick={loadMore}>
            {more.loading ? 'Loading…' : 'Show older ones'}
          </button>
        </div>
      )}
    </div>
  );
}
