import { StartError } from '@reftally/store';
import { CliError } from './cli/CliError.js';
import { createProgram } from './cli/createProgram.js';

try {
  await createProgram().parseAsync();
} catch (error) {
  if (!(error instanceof CliError || error instanceof StartError)) throw error;
  process.stderr.write(`reftally: ${error.message}\n`);
  process.exitCode = 1;
}
