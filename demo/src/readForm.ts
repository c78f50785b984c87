import type { FormProblem } from './FormProblem.js';

/** A filled-in form: every field as trimmed text, and what is wrong with it. */
export interface FormResult<Field extends string> {
  readonly values: Readonly<Record<Field, string>>;
  readonly problems: readonly FormProblem[];
}

/** Reads a form's fields, each of which is required; `messages` says what to ask for when one is empty. */
export function readForm<Field extends string>(
  body: unknown,
  messages: Readonly<Record<Field, string>>,
): FormResult<Field> {
  const fields = Object.keys(messages) as Field[];
  const values = Object.fromEntries(fields.map((field) => [field, text(body, field)])) as Record<
    Field,
    string
  >;
  const problems = fields.flatMap((field) => {
    const message = problemOf(field, values[field], messages[field]);
    return message === undefined ? [] : [{ field, message }];
  });
  return { values, problems };
}

function text(body: unknown, field: string): string {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, field) : undefined;
  return typeof value === 'string' ? value.trim().slice(0, 200) : '';
}

function problemOf(field: string, value: string, whenEmpty: string): string | undefined {
  if (value === '') return whenEmpty;
  // Only the shape: whether the address works is for the mail server to say.
  if (field === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
    return 'Enter an e-mail address like ada@example.com.';
  }
  return undefined;
}
