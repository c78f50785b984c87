import { useState } from 'preact/hooks';
import type { Api } from '../../api/Api.js';
import { ApiError } from '../../api/ApiError.js';
import type { Partner } from '../../api/Partner.js';
import type { PayMethod } from '../../api/PayMethod.js';
import { fieldPath } from '../../lib/fieldPath.js';
import { problemText } from '../../lib/problemText.js';
import { announce } from '../../ui/announce.js';
import { Dialog } from '../../ui/Dialog.js';
import { Field } from '../../ui/Field.js';

type Props = { api: Api; partner: Partner; onChanged: (partner: Partner) => void; onClose: () => void };
type Values = { method: 'paypal' | 'bank'; paypalEmail: string; name: string; iban: string };

const METHODS = [
  ['paypal', 'PayPal'],
  ['bank', 'Bank account'],
] as const;

function methodOf({ method, paypalEmail, name, iban }: Values): PayMethod {
  return method === 'paypal'
    ? { method, paypalEmail: paypalEmail.trim() }
    : { method, name: name.trim(), iban: iban.trim() };
}

/** Asks how a partner is paid. */
export function PayByDialog({ api, partner, onChanged, onClose }: Props) {
  const known = { paypalEmail: '', name: partner.name, iban: '', ...partner.payout };
  const [values, setValues] = useState<Values>({ ...known, method: partner.payout?.method ?? 'paypal' });
  const [problem, setProblem] = useState<{ field: string; text: string }>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      onChanged(await api.changePartner(partner.id, { payout: methodOf(values) }));
      announce(`Saved how ${partner.name} is paid.`);
      onClose();
    } catch (error) {
      const field = error instanceof ApiError ? (fieldPath(error).split('.').at(-1) ?? '') : '';
      setProblem({ field, text: problemText(error) });
      setBusy(false);
    }
  };
  const bind = (name: 'paypalEmail' | 'name' | 'iban', label: string) => (
    <Field
      label={label}
      problem={problem?.field === name ? problem.text : undefined}
      input={{
        name,
        value: values[name],
        autoComplete: 'off',
        spellcheck: false,
        onInput: (event) => {
          setValues({ ...values, [name]: event.currentTarget.value });
          setProblem(undefined);
        },
      }}
    />
  );
  return (
    <Dialog title={`How ${partner.name} is paid`} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <fieldset class="segments two">
          <legend class="visually-hidden">Way of payment</legend>
          {METHODS.map(([method, label]) => (
            <label key={method} class="segment">
              <input
                type="radio"
                name="method"
                checked={values.method === method}
                onChange={() => setValues({ ...values, method })}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        {values.method === 'paypal' ? (
          bind('paypalEmail', 'Address of the PayPal account')
        ) : (
          <>
            {bind('name', 'Name of the account')}
            {bind('iban', 'IBAN')}
          </>
        )}
        <p class="problem" role="alert">
          {problem && !['paypalEmail', 'name', 'iban'].includes(problem.field) && problem.text}
        </p>
        <button type="submit" class="button strong wide" disabled={busy}>
          {busy ? 'Saving…' : 'Save'}
        </button>
      </form>
    </Dialog>
  );
}
