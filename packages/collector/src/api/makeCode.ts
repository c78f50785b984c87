import { randomInt } from 'node:crypto';

/** Without those that are mistaken for one another when a code is read out or typed from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A code to be shared: the start of the name as far as it is plain letters, then `suffix` random characters. */
export function makeCode(name: string, suffix: number): string {
  const stem = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 16)
    .replace(/^-+|-+$/g, '');
  const random = Array.from(
    { length: stem ? suffix : Math.max(6, suffix) },
    () => LETTERS[randomInt(LETTERS.length)],
  );
  return [stem, random.join('')].filter(Boolean).join('-');
}
