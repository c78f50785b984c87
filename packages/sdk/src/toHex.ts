/** Numbers of 32 bits as hex, 8 digits each. */
export const toHex = (words: ArrayLike<number>): string =>
  Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
