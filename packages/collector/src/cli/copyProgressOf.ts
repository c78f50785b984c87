import type { CopyProgress } from '@reftally/store';

/** Lines for a log file are further apart than changes on a screen (ms). */
const LINE_EVERY = 5_000;
const CHANGE_EVERY = 200;

/** Shows how far a copy is, on the standard error: on a terminal in one line, elsewhere in one now and then. `began` in ms. */
export function copyProgressOf(began: number): { tell: CopyProgress; verify: () => void; end: () => void } {
  const { stderr } = process;
  let shownAt = 0;
  let first: { at: number; share: number } | undefined;
  const show = (text: string) => stderr.write(stderr.isTTY ? `\r${text}\u001b[K` : `${text}\n`);
  return {
    tell({ events, resumed, share }) {
      const now = Date.now();
      first ??= { at: began, share: resumed > 0 ? share : 0 };
      if (now - shownAt < (stderr.isTTY ? CHANGE_EVERY : LINE_EVERY)) return;
      shownAt = now;
      const seconds = Math.max(now - began, 1) / 1000;
      const rate = Math.round((events - resumed) / seconds);
      show(
        `Copying: ${events.toLocaleString('en')} events, ${percent(share)}, ${rate.toLocaleString('en')} a second${left(first, share, now)}`,
      );
    },
    verify() {
      show('Comparing: counts, totals and every ledger');
    },
    end() {
      if (stderr.isTTY) stderr.write('\r\u001b[K');
    },
  };
}

function percent(share: number): string {
  return `${Math.floor(100 * share)} %`;
}

/** From what this run has done so far. */
function left(first: { at: number; share: number }, share: number, now: number): string {
  const done = share - first.share;
  if (done <= 0) return '';
  const seconds = Math.round(((now - first.at) / 1000 / done) * (1 - share));
  return seconds < 60 ? `, ${seconds} s left` : `, ${Math.round(seconds / 60)} min left`;
}
