import { useMemo, useState } from 'preact/hooks';
import type { Api } from '../api/Api.js';
import type { Partner } from '../api/Partner.js';
import type { Site } from '../api/Site.js';
import { useHash } from '../hooks/useHash.js';
import { useRange } from '../hooks/useRange.js';
import { useToDecide } from '../hooks/useToDecide.js';
import { formatCount } from '../lib/formatCount.js';
import { todayIn } from '../lib/todayIn.js';
import { RangePicker } from '../ui/RangePicker.js';
import { Install } from './Install.js';
import { PartnersView } from './PartnersView.js';
import { PayoutsView } from './payouts/PayoutsView.js';
import { ReviewView } from './review/ReviewView.js';
import { SiteConversions } from './SiteConversions.js';

const VIEWS = [
  ['partners', 'Partners'],
  ['conversions', 'Conversions'],
  ['review', 'Review'],
  ['payouts', 'Payouts'],
  ['install', 'Install'],
] as const;

type Props = { api: Api; site: Site; now: () => number };

/** One site: its partners, its conversions, and how to install the script. */
export function SitePage({ api, site, now }: Props) {
  const today = useMemo(() => todayIn(site.timeZone, now()), [site.timeZone, now]);
  const [range, setRange] = useRange(today);
  const [only, setOnly] = useState<Pick<Partner, 'id' | 'name'>>();
  const hash = useHash();
  const [toDecide, setToDecide] = useToDecide(api, site.id);
  const [first, detail] = hash.split('/');
  const view = VIEWS.find(([name]) => name === first)?.[0] ?? 'partners';
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
              {name === 'review' && toDecide > 0 && <span class="count">{formatCount(toDecide)}</span>}
            </a>
          ))}
        </nav>
      </div>
      {(view === 'partners' || view === 'conversions') && (
        <RangePicker choice={range} today={today} timeZone={site.timeZone} onChoose={setRange} />
      )}
      {view === 'partners' && (
        <PartnersView api={api} site={site} range={range} onConversions={showConversions} />
      )}
      {view === 'conversions' && (
        <SiteConversions api={api} site={site} range={range} only={only} onAll={() => setOnly(undefined)} />
      )}
      {view === 'review' && <ReviewView api={api} site={site} onCounts={({ open }) => setToDecide(open)} />}
      {view === 'payouts' && <PayoutsView api={api} site={site} today={today} payout={detail} />}
      {view === 'install' && <Install api={api} site={site} />}
    </>
  );
}
