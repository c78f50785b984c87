import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Collector } from './Collector.js';
import { useFolder } from './useFolder.js';

/** A place on which a collector soon cannot write any more. `prelude` is for `startCollector`. */
export type SmallDisk = {
  folder: string;
  prelude: string;
  /** Takes the space away, but for some ten thousand bytes. */
  fill(): void;
  /** Gives it back, while the collector runs on. */
  free(collector: Collector): void;
};

const KEPT_FREE = 64 * 1024;

/** A RAM disk of 8 MiB and a file that fills it; undefined where this process may not mount one. */
function ramDisk(): SmallDisk | undefined {
  const mount = useFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', mount], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', mount]);
  });
  const filler = join(mount, 'filler');
  const folder = join(mount, 'data');
  mkdirSync(folder);
  return {
    folder,
    prelude: '',
    fill() {
      const { bavail, bsize } = statfsSync(mount);
      writeFileSync(filler, Buffer.alloc(bavail * bsize - KEPT_FREE));
    },
    free: () => rmSync(filler),
  };
}

/** A limit on the size of the files that the process may write, which needs no rights: a write past it fails as on a full disk. */
function sizeLimit(): SmallDisk {
  return {
    folder: useFolder(),
    prelude: `ulimit -S -f ${KEPT_FREE / 1024}`,
    fill() {},
    free({ child }) {
      execFileSync('prlimit', ['--pid', String(child.pid), '--fsize=unlimited']);
    },
  };
}

/** The kinds of small disk, for this test alone. */
export const useSmallDisk = { ramDisk, sizeLimit };
