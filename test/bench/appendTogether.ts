import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GroupCommit, openLogFile } from '@reftally/store';

/** Appends lines to a file of its own, with one `fdatasync` for all that come while another is under way. The file goes with the process. */
export async function appendTogether(): Promise<(line: Uint8Array) => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'reftally-bench-log-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.once('SIGTERM', () => process.exit());
  const file = await openLogFile(join(folder, 'log'));
  const group = new GroupCommit<Uint8Array>(async (lines) => {
    await file.write(Buffer.concat(lines));
    await file.sync();
  });
  return (line) => group.add(line);
}
