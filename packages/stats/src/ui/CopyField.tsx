import { useId } from 'preact/hooks';
import { CopyButton } from './CopyButton.js';

type Props = { label: string; value: string; what: string; kind?: string; hideLabel?: boolean };

/** A text that is there to be copied: selects itself when focused, with a button next to it. */
export function CopyField({ label, value, what, kind = '', hideLabel }: Props) {
  const id = useId();
  return (
    <div class="copy-field">
      <label class={hideLabel ? 'visually-hidden' : 'label'} for={id}>
        {label}
      </label>
      <div class="copy-row">
        <input
          id={id}
          class="input mono"
          readonly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={value} what={what} kind={kind} />
      </div>
    </div>
  );
}
