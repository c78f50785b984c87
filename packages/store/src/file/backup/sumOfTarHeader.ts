import { TAR } from './TAR.js';

/** The checksum of a header: the sum of all bytes, with those of the sum itself taken as spaces. */
export function sumOfTarHeader(block: Buffer): number {
  const [from, length] = TAR.sum;
  return block.reduce((sum, byte, at) => sum + (at >= from && at < from + length ? 32 : byte), 0);
}
