/** Prints what a command has to say: the sentence or table for people, or with `--json` the answer itself. */
export function print({ json }: { json?: boolean }, answer: unknown, text: string): void {
  process.stdout.write(`${json ? JSON.stringify(answer, null, 2) : text}\n`);
}
