import { StartError } from '../../StartError.js';
import type { BackupEntry } from './BackupEntry.js';
import { sumOfTarHeader } from './sumOfTarHeader.js';
import { TAR } from './TAR.js';

/** The header of a file in a tar archive (POSIX ustar), as any `tar` reads it. `madeAt` in ms. */
export function tarHeader({ path, bytes, mode }: BackupEntry, madeAt: number): Buffer {
  if (Buffer.byteLength(path) > TAR.name[1])
    throw new StartError(`${path} has too long a name for a tar archive: back up to a folder`);
  if (bytes >= TAR.maxBytes)
    throw new StartError(`${path} is too large for a tar archive: back up to a folder`);
  const block = Buffer.alloc(TAR.block);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  block.write(path, 0);
  block.write(octal(mode, 7), TAR.mode[0]);
  block.write(`${octal(0, 7)}${octal(0, 7)}`, 108);
  block.write(octal(bytes, 11), TAR.size[0]);
  block.write(octal(Math.floor(madeAt / 1000), 11), 136);
  block.write('0', TAR.type[0]);
  block.write('ustar\x0000', 257);
  block.write(`${octal(sumOfTarHeader(block), 6)} `, TAR.sum[0]);
  return block;
}
