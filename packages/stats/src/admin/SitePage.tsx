import { useMemo, useState } from 'preact/hooks';
import type { Api } from '../api/Api.js';
import type { Partner } from '../api/Partner.js';
import type { Site } from '../api/Site.js';
import { useHash } from '../hooks/useHash.js';
import { useRange } from '../hooks/useRange.js';
import { todayIn } from '../lib/todayIn.js';
import { RangePicker } from '../ui/RangePicker.js';
import { Install } from './Install.js';
import { PartnersView } from './PartnersView.js';
import { SiteConversions } from './SiteConversions.js';

const VIEWS = [
  ['partners', 'Partners'],
  ['conversions', 'Conversions'],
  ['install', 'Install'],
] as const;

type Props = { api: Api; site: Site; now: () => number };

/** One site: its partners, its conversions, and how to install the script. */
export function SitePage({ api, site, now }: Props) {
  const today = useMemo(() => todayIn(site.timeZone, now()), [site.timeZone, now]);
  const [range, setRange] = useRange(today);
  const [only, setOnly] = useState<Pick<Partner, 'id' | 'name'>>();
  const hash = useHash();
  const view = VIEWS.find(([name]) => name === hash)?.[0] ?? 'partners';
  const showConversions = (partner: Pick<Partner, 'id' | 'name'>) => {
    setOnly(partner);
    location.hash = 'conversions';
  };
  return (
    <>
      <div class="intro with-nav">
        <h1>{site.name}</h1>
        <nav class="tabs" aria-label="Views of this site">
          {VIEWS.map(([name, label]) => (
            <a key={name} href={`#${name}`} {...(name === view ? { 'aria-current': 'page' } : {})}>
              {label}
            </a>
          ))}
        </nav>
      </div>
      {view !== 'install' && (
        <RangePicker choice={range} today={today} timeZone={site.timeZone} onChoose={setRange} />
      )}
      {view === 'partners' && (
        <PartnersView api={api} site={site} range={range} onConversions={showConversions} />
      )}
      {view === 'conversions' && (
        <SiteConversions api={api} site={site} range={range} only={only} onAll={() => setOnly(undefined)} />
      )}
      {view === 'install' && <Install api={api} site={site} />}
    </>
  );
}
