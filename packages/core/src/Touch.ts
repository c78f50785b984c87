/** A visit that carried a code. `at` in ms; `landing` is origin + path of the page, when it was seen. */
export type Touch = { code: string; at: number; landing?: string };
