import { useState } from 'preact/hooks';
import type { Access } from '../api/Access.js';
import type { Api } from '../api/Api.js';
import { ApiError } from '../api/ApiError.js';
import type { TotalsRow } from '../api/TotalsRow.js';
import { errorText } from '../lib/errorText.js';
import { formatTime } from '../lib/formatTime.js';
import { announce } from '../ui/announce.js';
import { CopyField } from '../ui/CopyField.js';

type Props = { api: Api; row: TotalsRow; timeZone: string };

/** Makes a sign-in link for the partner's stats page. */
export function AccessLink({ api, row, timeZone }: Props) {
  const [access, setAccess] = useState<Access>();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    setProblem('');
    try {
      setAccess(await api.makeAccess(row.partner));
      announce('The sign-in link is ready to copy.');
    } catch (error) {
      const { title, next } = errorText(
        error instanceof ApiError ? error : new ApiError(0, 'unexpected', String(error)),
      );
      setProblem(`${title}. ${next}`);
    }
    setBusy(false);
  };
  return (
    <div class="dialog-part">
      <h3>Sign-in link for the stats page</h3>
      {access ? (
        <>
          <CopyField label="Sign-in link" value={access.url} what="sign-in link" kind="strong" hideLabel />
          <p class="hint">
            Works once, until {formatTime(access.expiresAt, timeZone)}. Send it to {row.name} only: whoever
            opens it sees these numbers.
          </p>
        </>
      ) : (
        <>
          <p class="hint">Lets {row.name} see their own numbers, without a password.</p>
          <button type="button" class="button" disabled={busy} onClick={make}>
            {busy ? 'Making…' : 'Make a sign-in link'}
          </button>
        </>
      )}
      <p class="problem" role="alert">
        {problem}
      </p>
    </div>
  );
}
