/**
 * A cell of text that a spreadsheet takes as text: it would run what starts with one of these as a formula, and names and ids come from
 * outside (OWASP, "CSV Injection"). Amounts are not text and keep their minus.
 */
export function csvText(text: string | undefined): string {
  if (text === undefined) return '';
  return /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}
