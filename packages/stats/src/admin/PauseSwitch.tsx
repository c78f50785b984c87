import { useState } from 'preact/hooks';
import type { Api } from '../api/Api.js';
import { ApiError } from '../api/ApiError.js';
import type { Partner } from '../api/Partner.js';
import { errorText } from '../lib/errorText.js';
import { announce } from '../ui/announce.js';

type Props = { api: Api; partner: Partner; onChanged: (partner: Partner) => void };

/** Pauses or activates a partner, after asking. */
export function PauseSwitch({ api, partner, onChanged }: Props) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState('');
  const paused = partner.status === 'paused';
  const change = async () => {
    setProblem('');
    try {
      onChanged(await api.changePartner(partner.id, { status: paused ? 'active' : 'paused' }));
      setAsking(false);
      announce(paused ? `${partner.name} is active again.` : `${partner.name} is paused.`);
    } catch (error) {
      const { title, next } = errorText(
        error instanceof ApiError ? error : new ApiError(0, 'unexpected', String(error)),
      );
      setProblem(`${title}. ${next}`);
    }
  };
  const verb = paused ? 'Activate' : 'Pause';
  return (
    <div class="dialog-part">
      <h3>{paused ? 'Paused' : 'Pause'}</h3>
      <p class="hint">
        {paused
          ? 'The link still leads to the shop, but nothing new is credited.'
          : 'The link keeps leading to the shop, but nothing new is credited until you activate it again. What was earned stays.'}
      </p>
      {asking ? (
        <fieldset class="confirm">
          <legend>
            {verb} {partner.name}?
          </legend>
          <button type="button" class={paused ? 'button strong' : 'button danger'} onClick={change}>
            Yes, {verb.toLowerCase()}
          </button>
          <button type="button" class="button" onClick={() => setAsking(false)}>
            No, leave it
          </button>
        </fieldset>
      ) : (
        <button type="button" class="button" onClick={() => setAsking(true)}>
          {verb} {partner.name}
        </button>
      )}
      <p class="problem" role="alert">
        {problem}
      </p>
    </div>
  );
}
