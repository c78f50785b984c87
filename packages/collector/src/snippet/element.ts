/** A script element with these attributes, in their order; `true` is one without a value, undefined is none. */
export function element(
  attributes: Readonly<Record<string, string | true | undefined>>,
  content = '',
): string {
  const written = Object.entries(attributes).map(([name, value]) => {
    if (value === undefined) return '';
    return value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`;
  });
  return `<script${written.join('')}>${content}</script>`;
}

/** Angle brackets may stand in an attribute, and are what templates are made of. */
function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
