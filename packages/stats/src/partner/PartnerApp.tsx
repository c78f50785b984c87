import { useSession } from '../hooks/useSession.js';
import { Gate } from '../ui/Gate.js';
import { StartFailed } from '../ui/StartFailed.js';
import { Waiting } from '../ui/Waiting.js';
import { PartnerPage } from './PartnerPage.js';
import { SignedOut } from './SignedOut.js';

type Props = { fetcher: typeof fetch; now: () => number };

/** The partner's page, whoever opens it. */
export function PartnerApp({ fetcher, now }: Props) {
  const { api, phase, setPhase } = useSession(fetcher);
  switch (phase.name) {
    case 'starting':
      return (
        <Gate title="One moment">
          <Waiting what="your page" />
        </Gate>
      );
    case 'failed':
      return <StartFailed error={phase.error} retry={phase.retry} />;
    case 'signed-out':
      return <SignedOut why={phase.why} />;
    case 'signed-in': {
      const { site, partner } = phase.session;
      if (!site || !partner) return <ForPartners />;
      const leave = () => setPhase({ name: 'signed-out', why: 'left' });
      return (
        <PartnerPage
          key={partner.id}
          api={api}
          site={site}
          partner={partner}
          staleLink={phase.staleLink === true}
          now={now}
          onLeave={leave}
        />
      );
    }
  }
}

function ForPartners() {
  return (
    <Gate title="This page belongs to partners">
      <p>You are signed in as the shop. All partners and their totals are on the admin page.</p>
      <a class="button strong" href="/admin">
        Open the admin page
      </a>
      <p class="hint">
        To see what a partner sees, make a sign-in link there and open it in a private window.
      </p>
    </Gate>
  );
}
