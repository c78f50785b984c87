import cluster from 'node:cluster';
import { StartError } from '@reftally/store';
import { CliError } from './cli/CliError.js';
import { createProgram } from './cli/createProgram.js';

try {
  await createProgram().parseAsync();
} catch (error) {
  if (!(error instanceof CliError || error instanceof StartError)) throw error;
  process.stderr.write(`reftally: ${error.message}\n`);
  process.exitCode = 1;
  if (cluster.isWorker) process.exit(); // What ties it to its primary process would keep it.
}
