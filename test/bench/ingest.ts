import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareFull } from './compareFull.js';
import { compareIngest } from './compareIngest.js';
import { compareReads } from './compareReads.js';
import { describeMachine } from './describeMachine.js';
import { readOptions } from './readOptions.js';

// `npm run bench`: see --help.

const options = readOptions(process.argv.slice(2));
if (options) {
  const scratch = mkdtempSync(join(tmpdir(), 'reftally-bench-'));
  try {
    const { rounds, measureMs, warmUpMs, connections } = options;
    console.log(describeMachine());
    console.log(
      `Medians of ${rounds} interleaved rounds of ${measureMs / 1000} s after ${warmUpMs / 1000} s of warm-up, ${connections} connections.\n`,
    );
    if (options.reads) await compareReads(options, scratch);
    else await compareIngest(options, scratch);
    if (options.full > 0) await compareFull(options, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
