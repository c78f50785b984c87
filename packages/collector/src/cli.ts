import cluster from 'node:cluster';
import { CliError } from './cli/CliError.js';
import { createProgram } from './cli/createProgram.js';

try {
  const program = await createProgram(process.argv.slice(2));
  await program.parseAsync();
} catch (error) {
  // Only now: most commands do without the store, which takes longer to load than they take.
  if (!(error instanceof CliError || error instanceof (await import('@reftally/store')).StartError))
    throw error;
  process.stderr.write(`reftally: ${error.message}\n`);
  process.exitCode = 1;
  if (cluster.isWorker) process.exit(); // What ties it to its primary process would keep it.
}
