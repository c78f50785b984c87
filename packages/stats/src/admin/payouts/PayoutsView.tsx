import type { Api } from '../../api/Api.js';
import type { Site } from '../../api/Site.js';
import { usePartners } from '../../hooks/usePartners.js';
import { PayoutDetail } from './PayoutDetail.js';
import { PayoutsHome } from './PayoutsHome.js';

type Props = { api: Api; site: Site; today: string; payout: string | undefined };

/** What is owed, what has been and is being paid; one payout when the address names it. */
export function PayoutsView({ api, site, today, payout }: Props) {
  const [details, changed] = usePartners(api, site.id);
  if (payout) return <PayoutDetail key={payout} api={api} site={site} id={payout} details={details} />;
  return <PayoutsHome api={api} site={site} today={today} details={details} onChanged={changed} />;
}
