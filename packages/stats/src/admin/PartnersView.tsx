import { useState } from 'preact/hooks';
import type { Api } from '../api/Api.js';
import type { Partner } from '../api/Partner.js';
import type { Site } from '../api/Site.js';
import { useLoad } from '../hooks/useLoad.js';
import { usePartners } from '../hooks/usePartners.js';
import type { Range } from '../lib/Range.js';
import { LoadError } from '../ui/LoadError.js';
import { Waiting } from '../ui/Waiting.js';
import { AddPartner } from './AddPartner.js';
import { ManagePartner } from './ManagePartner.js';
import { Overview } from './Overview.js';
import { PartnersCard } from './PartnersCard.js';
import { PartnerWarnings } from './PartnerWarnings.js';
import { Warnings } from './Warnings.js';

type Props = {
  api: Api;
  site: Site;
  range: Range;
  onConversions: (partner: Pick<Partner, 'id' | 'name'>) => void;
};

/** The site's totals and all of its partners. */
export function PartnersView({ api, site, range, onConversions }: Props) {
  const { from, to } = range;
  const load = useLoad(`${site.id} ${from} ${to}`, (signal) =>
    api.totals({ site: site.id, from, to, interval: 'total' }, signal),
  );
  const [partners, changed] = usePartners(api, site.id);
  const [adding, setAdding] = useState(false);
  const [managed, setManaged] = useState<string>();
  if (load.error) return <LoadError error={load.error} retry={load.reload} />;
  if (!load.data) {
    return (
      <div class="card">
        <Waiting what="partners" lines={8} />
      </div>
    );
  }
  const row = load.data.totals.find(({ partner }) => partner === managed);
  const added = (partner: Partner) => {
    changed(partner);
    load.reload();
  };
  return (
    <div class={load.loading ? 'stack stale' : 'stack'} aria-busy={load.loading}>
      <Warnings title="The policy is in force, and may not do what is meant." warnings={site.warnings} />
      <PartnerWarnings partners={partners} />
      <Overview totals={load.data} />
      <PartnersCard
        site={site}
        rows={load.data.totals}
        details={partners}
        range={range}
        onAdd={() => setAdding(true)}
        onManage={setManaged}
      />
      {adding && <AddPartner api={api} site={site} onAdded={added} onClose={() => setAdding(false)} />}
      {row && (
        <ManagePartner
          api={api}
          site={site}
          row={row}
          details={partners.get(row.partner)}
          onChanged={changed}
          onConversions={onConversions}
          onClose={() => setManaged(undefined)}
        />
      )}
    </div>
  );
}
