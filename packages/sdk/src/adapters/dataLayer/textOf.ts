/** What templates print where there is nothing: as an id it would make one customer of all guests. */
const NOTHING = /^(0|undefined|null|NaN|\(not set\))?$/;

/** A text or a number as text of at most `max` characters; undefined for anything else, and for what means nothing. */
export const textOf = (value: unknown, max = 128): string | undefined => {
  const text = typeof value === 'number' || typeof value === 'string' ? `${value}` : '';
  const line = text.replace(/\s+/g, ' ').trim();
  return NOTHING.test(line) || line.length > max ? undefined : line;
};
