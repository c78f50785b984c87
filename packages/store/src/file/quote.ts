/** What stands in JSON as it is: printable ASCII but the quote and the backslash. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** The JSON of a text; without calling `JSON.stringify` for most. */
export function quote(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}
