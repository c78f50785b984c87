import { useState } from 'preact/hooks';
import type { Api } from '../../api/Api.js';
import { ApiError } from '../../api/ApiError.js';
import type { Partner } from '../../api/Partner.js';
import type { PayoutTerms } from '../../api/PayoutTerms.js';
import type { Site } from '../../api/Site.js';
import { useLoad } from '../../hooks/useLoad.js';
import { fieldPath } from '../../lib/fieldPath.js';
import { payoutId } from '../../lib/payoutId.js';
import { problemText } from '../../lib/problemText.js';
import { announce } from '../../ui/announce.js';
import { Dialog } from '../../ui/Dialog.js';
import { Field } from '../../ui/Field.js';
import { Waiting } from '../../ui/Waiting.js';
import { PreviewLines } from './PreviewLines.js';
import { TermsFields } from './TermsFields.js';

type Props = {
  api: Api;
  site: Site;
  today: string;
  details: ReadonlyMap<string, Partner>;
  onClose: () => void;
};

/** The dialog that makes a payout: what it would pay first, then its name. */
export function NewPayout({ api, site, today, details, onClose }: Props) {
  const [terms, setTerms] = useState<PayoutTerms>({});
  // Made once: should the answer be lost, the same id makes no second payout.
  const [id, setId] = useState(() => payoutId(today, crypto.getRandomValues(new Uint8Array(4))));
  const [problem, setProblem] = useState<{ isName: boolean; text: string }>();
  const [busy, setBusy] = useState(false);
  const preview = useLoad(JSON.stringify(terms), (signal) =>
    api.previewPayout({ site: site.id, ...terms }, signal),
  );
  const isNothing = !preview.data || preview.error !== undefined || preview.data.lines.length === 0;
  const make = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      const payout = await api.createPayout({ site: site.id, id: id.trim(), ...terms });
      announce(`Made the payout ${payout.id}.`);
      location.hash = `payouts/${payout.id}`;
    } catch (error) {
      setProblem({
        isName: error instanceof ApiError && fieldPath(error) === 'id',
        text: problemText(error),
      });
      setBusy(false);
    }
  };
  return (
    <Dialog title="Make a payout" onClose={onClose}>
      <TermsFields site={site} onTerms={setTerms} />
      <div class="dialog-part fill" aria-live="polite" aria-busy={preview.loading}>
        {preview.error && <p class="problem">{problemText(preview.error)}</p>}
        {!preview.data && !preview.error && <Waiting what="what would be paid" />}
        {preview.data && !preview.error && <PreviewLines preview={preview.data} details={details} />}
      </div>
      <form class="dialog-part fill" onSubmit={make} noValidate>
        <Field
          label="Name of the payout"
          hint="On the files and in the partners’ accounts. A name makes one payout, however often it is sent."
          problem={problem?.isName ? problem.text : undefined}
          input={{
            value: id,
            maxLength: 64,
            autoComplete: 'off',
            spellcheck: false,
            onInput: (event) => setId(event.currentTarget.value),
          }}
        />
        <p class="problem" role="alert">
          {problem && !problem.isName && problem.text}
        </p>
        <button type="submit" class="button strong wide" disabled={busy || isNothing}>
          {busy ? 'Making…' : 'Make this payout'}
        </button>
      </form>
    </Dialog>
  );
}
