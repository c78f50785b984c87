/**
 * A code as a `client_reference_id`, in which Stripe takes 200 of `A-Z a-z 0-9 _ -`: `rt-`, then the code with `_` as `__`,
 * `.` as `_d` and `~` as `_t`. At most 131 characters; undefined for what is no code.
 */
export const toClientReference = (code: string): string | undefined =>
  /^[\w.~-]{1,64}$/.test(code)
    ? `rt-${code.replace(/_/g, '__').replace(/\./g, '_d').replace(/~/g, '_t')}`
    : undefined;
