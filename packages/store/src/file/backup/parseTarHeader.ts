import type { BackupEntry } from './BackupEntry.js';
import { sumOfTarHeader } from './sumOfTarHeader.js';
import { TAR } from './TAR.js';

/** What a header says; undefined for the block of zeros that ends an archive. Throws an error when it is no header of a file. */
export function parseTarHeader(block: Buffer): BackupEntry | undefined {
  if (block.every((byte) => byte === 0)) return undefined;
  const text = ([from, length]: readonly [number, number]) => {
    const field = block.toString('utf8', from, from + length);
    const end = field.indexOf('\0');
    return (end < 0 ? field : field.slice(0, end)).trim();
  };
  const number = (field: readonly [number, number]) => Number.parseInt(text(field) || '0', 8);
  if (number(TAR.sum) !== sumOfTarHeader(block)) throw new Error('it is damaged, or no tar archive');
  const prefix = text(TAR.prefix);
  const path = prefix === '' ? text(TAR.name) : `${prefix}/${text(TAR.name)}`;
  if (!'0\0'.includes(text(TAR.type))) throw new Error(`${path} in it is no file`);
  return { path, bytes: number(TAR.size), mode: number(TAR.mode) & 0o777 };
}
