import { useState } from 'preact/hooks';
import type { Api } from '../api/Api.js';
import { announce } from './announce.js';

type Props = { api: Api; onDone: () => void };

/** Ends the session, on the collector first: a button that only forgets would leave the cookie behind. */
export function SignOut({ api, onDone }: Props) {
  const [failed, setFailed] = useState(false);
  const leave = () =>
    api.signOut().then(onDone, () => {
      setFailed(true);
      announce('You are still signed in: the collector does not answer. Try again.');
    });
  return (
    <button type="button" class="button quiet" onClick={leave}>
      {failed ? 'Try to sign out again' : 'Sign out'}
    </button>
  );
}
