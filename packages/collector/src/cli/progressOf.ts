import type { BackupProgress } from '@reftally/store';

/** Shows how far something is, on the standard error and only to people; `end` takes it away. */
export function progressOf(what: string): { tell: BackupProgress; end: () => void } {
  const { stderr } = process;
  let shown = -1;
  return {
    tell(done, total) {
      const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
      if (!stderr.isTTY || percent === shown) return;
      shown = percent;
      stderr.write(`\r${what}: ${percent} % of ${(total / 1e6).toFixed(1)} MB\u001b[K`);
    },
    end() {
      if (stderr.isTTY) stderr.write('\r\u001b[K');
    },
  };
}
