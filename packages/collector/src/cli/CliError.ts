/** Ends a command: one sentence on the standard error and exit code 1, no stack. */
export class CliError extends Error {
  override name = 'CliError';
}
