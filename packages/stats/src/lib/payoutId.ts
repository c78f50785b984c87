const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** An id for a payout that nobody else makes on that day: `2026-11-23-k7m2`. `random`: four bytes. */
export function payoutId(today: string, random: Uint8Array): string {
  const end = [...random].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${today}-${end}`;
}
