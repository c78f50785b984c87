import { useEffect, useState } from 'preact/hooks';
import { announce } from './announce.js';
import { copyText } from './copyText.js';
import { Icon } from './Icon.js';

type Props = { text: string; what: string; label?: string; kind?: string };

/** Copies `text` and says so, on the button and to screen readers. `what` names it: “link”, “snippet”. */
export function CopyButton({ text, what, label = 'Copy', kind = '' }: Props) {
  const [state, setState] = useState<'idle' | 'done' | 'refused'>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), 2500);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    const done = await copyText(text);
    setState(done ? 'done' : 'refused');
    announce(
      done ? `Copied the ${what}.` : `The browser did not allow it. Select the ${what} and copy it by hand.`,
    );
  };
  return (
    <button type="button" class={`button copy ${kind}`} aria-label={`${label} ${what}`} onClick={copy}>
      <Icon name={state === 'done' ? 'check' : 'copy'} />
      {state === 'idle' ? label : state === 'done' ? 'Copied' : 'By hand'}
    </button>
  );
}
