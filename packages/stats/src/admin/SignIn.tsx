import { useState } from 'preact/hooks';
import type { Api } from '../api/Api.js';
import { ApiError } from '../api/ApiError.js';
import type { Session } from '../api/Session.js';
import type { Phase } from '../hooks/Phase.js';
import { errorText } from '../lib/errorText.js';
import { Field } from '../ui/Field.js';
import { Gate } from '../ui/Gate.js';

type Why = Extract<Phase, { name: 'signed-out' }>['why'] | 'partner';

const TITLE: Record<Why, string> = {
  'no-session': 'Sign in to your shop',
  'bad-link': 'Sign in to your shop',
  ended: 'Your session has ended',
  left: 'You are signed out',
  partner: 'Sign in to your shop',
};

type Props = { api: Api; why: Why; onDone: (session: Session) => void };

function problemOf(error: unknown): string {
  if (!(error instanceof ApiError)) return String(error);
  if (error.status === 401 || error.status === 403)
    return 'No shop has this key. Check that you copied all of it.';
  const { title, next } = errorText(error);
  return `${title}. ${next}`;
}

/** The form that asks for the admin key or a site's secret key. */
export function SignIn({ api, why, onDone }: Props) {
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!key.trim()) return setProblem('Paste a key first.');
    setBusy(true);
    try {
      onDone(await api.signIn({ key: key.trim() }));
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <Gate title={TITLE[why]}>
      {why === 'partner' && (
        <p>This browser is signed in as a partner. A key takes you to the shop’s side instead.</p>
      )}
      {why === 'ended' && <p>Sign in again to go on where you were.</p>}
      <form onSubmit={submit} noValidate>
        <Field
          label="Admin key or a site’s secret key"
          hint="The collector printed the admin key when it first started; it is also kept in its data folder."
          problem={problem || undefined}
          input={{
            type: 'password',
            name: 'key',
            autoComplete: 'current-password',
            value: key,
            onInput: (event) => {
              setKey(event.currentTarget.value);
              setProblem('');
            },
          }}
        />
        <button type="submit" class="button strong wide" disabled={busy}>
          {busy ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
    </Gate>
  );
}
