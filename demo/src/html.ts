/** Markup that is safe to put into a page: everything foreign in it was escaped. */
export interface Html {
  readonly markup: string;
}

type Value = Html | readonly Html[] | string | number | false | null | undefined;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template tag for markup: values are escaped, `Html` is put in as it is, and `false`, `null` and `undefined` vanish. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return {
    markup: parts.reduce((page, part, index) => page + render(values[index - 1]) + part),
  };
}

function render(value: Value): string {
  if (value === false || value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item: Html) => item.markup).join('');
  if (typeof value === 'object' && 'markup' in value) return value.markup;
  return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
