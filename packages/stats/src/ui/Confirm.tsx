import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { problemText } from '../lib/problemText.js';

type Props = {
  label: string;
  /** Absent: it is done without asking. */
  question: string | undefined;
  yes: string;
  kind?: 'strong' | 'danger' | '';
  onYes: () => Promise<void>;
};

/** A button that asks before it does something; what the collector objects to is said below it. */
export function Confirm({ label, question, yes, kind = '', onYes }: Props) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const no = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  // The button that had the focus is gone then.
  useLayoutEffect(() => {
    if (asking) no.current?.focus();
    else if (wasAsking.current) first.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  const run = async () => {
    setBusy(true);
    setProblem('');
    try {
      await onYes();
      setAsking(false);
    } catch (error) {
      setProblem(problemText(error));
    }
    setBusy(false);
  };
  return (
    <div class="confirm-box">
      {asking ? (
        <fieldset class="confirm">
          <legend>{question}</legend>
          <button type="button" class={`button ${kind}`} disabled={busy} onClick={run}>
            {yes}
          </button>
          <button ref={no} type="button" class="button" onClick={() => setAsking(false)}>
            No, leave it
          </button>
        </fieldset>
      ) : (
        <button
          ref={first}
          type="button"
          class="button"
          disabled={busy}
          onClick={() => (question ? setAsking(true) : run())}
        >
          {label}
        </button>
      )}
      <p class="problem" role="alert">
        {problem}
      </p>
    </div>
  );
}
