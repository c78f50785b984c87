import type { ReviewState, ReviewVerdict } from '@reftally/core';
import { useState } from 'preact/hooks';
import type { Api } from '../../api/Api.js';
import type { Conversion } from '../../api/Conversion.js';
import { problemText } from '../../lib/problemText.js';
import { randomId } from '../../lib/randomId.js';
import { Field } from '../../ui/Field.js';

const VERBS: Record<ReviewVerdict, { label: string; kind: string }> = {
  approved: { label: 'Approve', kind: 'strong' },
  rejected: { label: 'Reject', kind: 'danger' },
  held: { label: 'Hold', kind: '' },
};
/** What can be decided next, as the collector has it. */
const NEXT: Record<ReviewState | 'none', readonly ReviewVerdict[]> = {
  none: ['held', 'rejected'],
  open: ['approved', 'rejected', 'held'],
  held: ['approved', 'rejected'],
  approved: ['held', 'rejected'],
  rejected: ['approved'],
};

type Props = { api: Api; conversion: Conversion; by: string; onDecided: (conversion: Conversion) => void };

/** The note and the buttons that decide about a conversion. */
export function ReviewActions({ api, conversion, by, onDecided }: Props) {
  const [note, setNote] = useState('');
  // Made once: should the answer be lost, pressing again decides nothing twice.
  const [id] = useState(randomId);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const why = note.trim();
  const decide = async (verdict: ReviewVerdict) => {
    if (verdict === 'rejected' && !why) return setProblem('Say why: the partner reads it.');
    setBusy(true);
    setProblem('');
    try {
      const given = { ...(why ? { note: why } : {}), ...(by ? { by } : {}) };
      onDecided(await api.review(conversion.id, { id: `${id}-${verdict}`, verdict, ...given }));
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  };
  return (
    <div class="review-actions">
      <Field
        label="Reason"
        hint="The partner reads it when you reject; otherwise it is for the shop."
        problem={problem}
        input={{
          value: note,
          maxLength: 500,
          autoComplete: 'off',
          onInput: (event) => {
            setNote(event.currentTarget.value);
            setProblem('');
          },
        }}
      />
      <div class="review-buttons">
        {NEXT[conversion.review?.state ?? 'none'].map((verdict) => (
          <button
            key={verdict}
            type="button"
            class={`button ${VERBS[verdict].kind}`}
            disabled={busy}
            onClick={() => decide(verdict)}
          >
            {VERBS[verdict].label}
          </button>
        ))}
      </div>
    </div>
  );
}
