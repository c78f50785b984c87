import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { useFolder } from '../crash/support/useFolder.js';

/** A disk of its own for tables. */
export type SmallTablespace = { folder: string; fill(): void; free(): void };

const NOBODY = 65_534;

/** A RAM disk of so many MiB on which PostgreSQL may keep tables; undefined where this process may not mount one. */
export function useTablespace(megabytes: number): SmallTablespace | undefined {
  const mount = useFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', mount], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', mount]);
  });
  const folder = join(mount, 'tables');
  const filler = join(mount, 'filler');
  mkdirSync(folder);
  chownSync(folder, NOBODY, NOBODY);
  return {
    folder,
    fill() {
      const { bavail, bsize } = statfsSync(mount);
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
    },
    free: () => rmSync(filler),
  };
}
