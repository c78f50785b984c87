// The load process: gets its spec as an IPC message, answers with the result, and ends.
import type { LoadSpec } from './LoadSpec.js';
import { runLoad } from './runLoad.js';

process.once('message', (spec) => {
  void runLoad(spec as LoadSpec).then((result) => process.send?.(result, () => process.exit(0)));
});
