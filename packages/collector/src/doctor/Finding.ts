/** One line of what the doctor says. */
export type Finding = {
  /** What was looked at: one word. */
  check: string;
  status: 'pass' | 'warn' | 'fail';
  /** What was found, and what follows from it. */
  says: string;
  /** What to do about it. */
  next?: string;
};
