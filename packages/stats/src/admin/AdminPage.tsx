import { useState } from 'preact/hooks';
import type { Api } from '../api/Api.js';
import { allPages } from '../api/allPages.js';
import type { Site } from '../api/Site.js';
import { useLoad } from '../hooks/useLoad.js';
import { LoadError } from '../ui/LoadError.js';
import { Shell } from '../ui/Shell.js';
import { SignOut } from '../ui/SignOut.js';
import { Waiting } from '../ui/Waiting.js';
import { SitePage } from './SitePage.js';

type Props = { api: Api; now: () => number; onLeave: () => void };

async function allSites(api: Api, signal: AbortSignal): Promise<Site[]> {
  const found: Site[] = [];
  await allPages(
    async (cursor) => {
      const { sites: items, nextCursor } = await api.sites(cursor, signal);
      return nextCursor ? { items, nextCursor } : { items };
    },
    (items) => found.push(...items),
  );
  return found;
}

/** The admin page: chooses the site, when there are several, and shows it. */
export function AdminPage({ api, now, onLeave }: Props) {
  const sites = useLoad('sites', (signal) => allSites(api, signal));
  const [chosen, setChosen] = useState<string>();
  const site = sites.data?.find(({ id }) => id === chosen) ?? sites.data?.[0];
  const about = (
    <div class="who-bar">
      {site && sites.data && <SitePicker sites={sites.data} site={site} onChoose={setChosen} />}
      <SignOut api={api} onDone={onLeave} />
    </div>
  );
  return (
    <Shell about={about}>
      {sites.error && <LoadError error={sites.error} retry={sites.reload} />}
      {!sites.data && !sites.error && <Waiting what="your sites" />}
      {sites.data && !site && <NoSite />}
      {site && <SitePage key={site.id} api={api} site={site} now={now} />}
    </Shell>
  );
}

function SitePicker({
  sites,
  site,
  onChoose,
}: {
  sites: Site[];
  site: Site;
  onChoose: (id: string) => void;
}) {
  if (sites.length === 1) return <span class="who-name">{site.name}</span>;
  return (
    <label class="site-picker">
      <span class="visually-hidden">Site</span>
      <select class="input" value={site.id} onChange={(event) => onChoose(event.currentTarget.value)}>
        {sites.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function NoSite() {
  return (
    <div class="empty card">
      <h1>No site yet</h1>
      <p>
        A site is one shop. Add it on the collector’s command line or by <code>POST /api/v1/sites</code>, then
        reload this page.
      </p>
    </div>
  );
}
