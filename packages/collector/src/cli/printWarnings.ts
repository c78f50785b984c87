/** What is allowed and probably not meant, on the standard error, so that `--json` stays JSON. */
export function printWarnings({ warnings = [] }: { warnings?: string[] | undefined }): void {
  for (const warning of warnings) process.stderr.write(`Warning: ${warning}.\n`);
}
