import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

type Props = {
  label: ComponentChildren;
  hint?: ComponentChildren;
  problem?: string | undefined;
  input: InputHTMLAttributes<HTMLInputElement>;
};

/** A labelled input with its hint, and its problem once there is one. */
export function Field({ label, hint, problem, input }: Props) {
  const id = useId();
  const about = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <input
        class="input"
        {...input}
        id={id}
        {...(about ? { 'aria-describedby': about } : {})}
        {...(problem ? { 'aria-invalid': true } : {})}
      />
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      <p id={`${id}-problem`} class="problem" role="alert">
        {problem}
      </p>
    </div>
  );
}
