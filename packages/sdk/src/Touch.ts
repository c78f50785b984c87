/** A visit that carried a code, as the browser remembers it: `code*at`, `at` in ms since the epoch, in base 36. */
export type Touch = `${string}*${string}`;
