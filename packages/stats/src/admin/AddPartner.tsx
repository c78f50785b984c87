import { useState } from 'preact/hooks';
import type { Api } from '../api/Api.js';
import { ApiError } from '../api/ApiError.js';
import type { Partner } from '../api/Partner.js';
import type { Site } from '../api/Site.js';
import { errorText } from '../lib/errorText.js';
import { fieldMessage } from '../lib/fieldMessage.js';
import { fieldOf } from '../lib/fieldOf.js';
import { announce } from '../ui/announce.js';
import { CopyField } from '../ui/CopyField.js';
import { Dialog } from '../ui/Dialog.js';
import { Field } from '../ui/Field.js';

type Name = 'name' | 'code' | 'email';
type Problems = Partial<Record<Name | 'form', string>>;
type Props = { api: Api; site: Site; onAdded: (partner: Partner) => void; onClose: () => void };

const OPTIONAL = <span class="optional">optional</span>;

function problemsOf(error: unknown): Problems {
  if (!(error instanceof ApiError)) return { form: String(error) };
  const field =
    error.status === 400 || error.status === 409 || error.status === 422 ? fieldOf(error) : undefined;
  if (field) return { [field]: fieldMessage(field, error.message) };
  const { title, next } = errorText(error);
  return { form: `${title}. ${next}` };
}

/** The dialog that makes a partner; ends with the link to share. */
export function AddPartner({ api, site, onAdded, onClose }: Props) {
  const [made, setMade] = useState<Partner>();
  const done = (partner: Partner) => {
    setMade(partner);
    onAdded(partner);
    announce(`Added ${partner.name}.`);
  };
  if (!made) {
    return (
      <Dialog title="Add a partner" onClose={onClose}>
        <Form api={api} site={site} onAdded={done} />
      </Dialog>
    );
  }
  return (
    <Dialog title={`${made.name} is in`} onClose={onClose}>
      <p>Send this link to {made.name}. Everything that comes through it is counted from now on.</p>
      <CopyField label="Referral link" value={made.link} what="link" kind="strong" />
      <p class="hint">A sign-in link for the stats page is made under the partner’s name in the list.</p>
    </Dialog>
  );
}

function Form({ api, site, onAdded }: Omit<Props, 'onClose'>) {
  const [values, setValues] = useState({ name: '', code: '', email: '' });
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    const [name, code, email] = [values.name.trim(), values.code.trim(), values.email.trim()];
    if (!name) return setProblems({ name: 'Give the partner a name.' });
    setBusy(true);
    try {
      onAdded(await api.addPartner({ site: site.id, name, ...(code && { code }), ...(email && { email }) }));
    } catch (error) {
      setProblems(problemsOf(error));
      setBusy(false);
    }
  };
  const bind = (field: Name) => ({
    name: field,
    value: values[field],
    autoComplete: 'off',
    onInput: (event: { currentTarget: HTMLInputElement }) => {
      setValues({ ...values, [field]: event.currentTarget.value });
      setProblems({});
    },
  });
  const example = `${new URL(site.landingUrl).host}/?ref=${values.code.trim() || 'CODE'}`;
  return (
    <form onSubmit={submit} noValidate>
      <Field label="Name" problem={problems.name} input={{ ...bind('name'), maxLength: 200 }} />
      <Field
        label={<>Code {OPTIONAL}</>}
        hint={`Appears in the link: ${example}. Left empty, one is made.`}
        problem={problems.code}
        input={{ ...bind('code'), maxLength: 64, autoCapitalize: 'none', spellcheck: false }}
      />
      <Field
        label={<>E-mail {OPTIONAL}</>}
        hint="For your own records; nothing is sent."
        problem={problems.email}
        input={{ ...bind('email'), type: 'email' }}
      />
      <p class="problem" role="alert">
        {problems.form}
      </p>
      <button type="submit" class="button strong wide" disabled={busy}>
        {busy ? 'Adding…' : 'Add partner'}
      </button>
    </form>
  );
}
