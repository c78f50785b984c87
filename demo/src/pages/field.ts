import type { FormProblem } from '../FormProblem.js';
import { type Html, html } from '../html.js';

/** How a field of a form is drawn. */
export interface FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly autocomplete: string;
  readonly type?: 'text' | 'email';
  /** The id of the form that it belongs to, for a field that stands elsewhere; such a field may stay empty. */
  readonly form?: string;
  readonly problems: readonly FormProblem[];
}

/** A labelled text field, with what is wrong with it beneath. */
export function field({
  name,
  label,
  value,
  autocomplete,
  type = 'text',
  form,
  problems,
}: FieldOptions): Html {
  const problem = problems.find((one) => one.field === name);
  const marks = problem && html` aria-invalid="true" aria-describedby="${name}-problem"`;
  return html`<div class="field field-${name}">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}"${form ? html` form="${form}"` : html` required`}${marks}>
    ${problem && html`<p class="problem" id="${name}-problem">${problem.message}</p>`}
  </div>`;
}
