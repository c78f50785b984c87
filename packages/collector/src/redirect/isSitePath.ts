// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses.
const ODD = /[\u0000-\u0020\u007f\\]/;

/** Whether it is a path that stays on the host it is put behind, whatever reads it: one leading slash, no backslash, no control character. */
export function isSitePath(path: string): boolean {
  return path.startsWith('/') && !path.startsWith('//') && !ODD.test(path) && path.length <= 1024;
}
