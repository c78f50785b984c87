import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { CliError } from './CliError.js';

/** A policy, or any part of one, or a partner's terms, from a file of JSON; `-` is the standard input. */
export async function readPolicyFile(path: string, flag = '--policy'): Promise<object> {
  const json = await (path === '-' ? text(process.stdin) : readFile(path, 'utf8')).catch((error: Error) => {
    throw new CliError(`${flag}: ${path} cannot be read (${error.message}).`);
  });
  try {
    const policy: unknown = JSON.parse(json);
    if (typeof policy === 'object' && policy !== null && !Array.isArray(policy)) return policy;
  } catch {
    // Said below.
  }
  throw new CliError(
    `${flag}: expected a JSON object such as {"commission":[{"on":"purchase","percent":"10"}]} in ${path}.`,
  );
}
