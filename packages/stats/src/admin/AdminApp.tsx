import { useSession } from '../hooks/useSession.js';
import { Gate } from '../ui/Gate.js';
import { StartFailed } from '../ui/StartFailed.js';
import { Waiting } from '../ui/Waiting.js';
import { AdminPage } from './AdminPage.js';
import { SignIn } from './SignIn.js';

type Props = { fetcher: typeof fetch; now: () => number };

/** The site owner's page, whoever opens it. */
export function AdminApp({ fetcher, now }: Props) {
  const { api, phase, setPhase } = useSession(fetcher);
  switch (phase.name) {
    case 'starting':
      return (
        <Gate title="One moment">
          <Waiting what="the admin page" />
        </Gate>
      );
    case 'failed':
      return <StartFailed error={phase.error} retry={phase.retry} />;
    case 'signed-out':
      return (
        <SignIn api={api} why={phase.why} onDone={(session) => setPhase({ name: 'signed-in', session })} />
      );
    case 'signed-in': {
      if (phase.session.role === 'partner') {
        return (
          <SignIn api={api} why="partner" onDone={(session) => setPhase({ name: 'signed-in', session })} />
        );
      }
      const leave = () => setPhase({ name: 'signed-out', why: 'left' });
      return <AdminPage api={api} now={now} onLeave={leave} />;
    }
  }
}
