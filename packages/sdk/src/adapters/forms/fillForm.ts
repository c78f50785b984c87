import { referral } from '../../index.js';
import type { FormsOptions } from './FormsOptions.js';

/**
 * Puts the code into the form that is being sent: into its field, and into what is sent, which the browser has put together
 * by the time of `formdata` (all that `form.submit()` fires). What a visitor typed into a visible field stays.
 */
export const fillForm = (event: Event, { field = 'referral', forms }: FormsOptions): void => {
  const code = referral()?.code;
  const form = event.target as HTMLFormElement;
  if (!code || !form.elements) return;
  const input = inputOf(form, field, forms);
  if (!input || input.disabled || (input.type !== 'hidden' && input.value)) return;
  input.value = code;
  (event as FormDataEvent).formData?.set(field, code);
};

const inputOf = (form: HTMLFormElement, field: string, forms = ''): HTMLInputElement | undefined => {
  const found = form.elements.namedItem(field);
  if (found) return found instanceof HTMLInputElement ? found : undefined;
  if (!forms || !form.matches(forms)) return undefined;
  const input = document.createElement('input');
  input.type = 'hidden';
  input.name = field;
  return form.appendChild(input);
};
