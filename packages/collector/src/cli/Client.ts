import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { z } from 'zod';
import { CliError } from './CliError.js';
import type { Connection } from './Connection.js';
import { readAdminKey } from './readAdminKey.js';

const errorAnswer = z.object({ error: z.object({ message: z.string() }) });
const progressLine = z.object({
  progress: z.object({ done: z.number(), total: z.number() }).optional(),
  report: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

/** Talks to a running collector; every failure is a `CliError`. */
export class Client {
  readonly #url: string;
  readonly #key: string;

  private constructor(url: string, key: string) {
    this.#url = url.replace(/\/+$/, '');
    this.#key = key;
  }

  /** Finds the key that goes with the connection. */
  static async open(connection: Connection): Promise<Client> {
    return new Client(connection.url, await readAdminKey(connection));
  }

  /** Asks the API (`path` is what follows `/api/v1/`); resolves to the answer as text. */
  async text(method: string, path: string, body?: object): Promise<string> {
    return (await this.#send(method, path, body)).text();
  }

  /** Asks for something that takes its time, with a `POST`; resolves to its report, and tells how far it is until then. */
  async follow<Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    body: object,
    onProgress: (progress: { done: number; total: number }) => void,
  ): Promise<z.output<Schema>> {
    const answer = await this.#send('POST', path, body, { accept: 'application/x-ndjson' });
    const lines = createInterface({ input: Readable.fromWeb(answer.body as ReadableStream) });
    for await (const text of lines) {
      const line = progressLine.parse(parse(text));
      if (line.error) throw new CliError(line.error.message);
      if (line.progress) onProgress(line.progress);
      else return schema.parse(line.report);
    }
    throw new CliError(`The collector at ${this.#url} has stopped before it was done: try again.`);
  }

  async #send(
    method: string,
    path: string,
    body: object | undefined,
    more: Record<string, string> = {},
  ): Promise<Response> {
    const type = body && { 'content-type': 'application/json' };
    const answer = await fetch(`${this.#url}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#key}`, ...type, ...more },
      ...(body && { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new CliError(
        `No collector answers at ${this.#url}: start it with "reftally serve", or name another with --url.`,
      );
    });
    if (!answer.ok) throw new CliError(this.#sentence(answer.status, await answer.text()));
    return answer;
  }

  /** The same, and the answer checked to be what the command goes on with. */
  async ask<Schema extends z.ZodType>(
    schema: Schema,
    method: string,
    path: string,
    body?: object,
  ): Promise<z.output<Schema>> {
    return schema.parse(parse(await this.text(method, path, body)));
  }

  #sentence(status: number, text: string): string {
    const parsed = errorAnswer.safeParse(parse(text));
    if (!parsed.success) return `${this.#url} answered ${status}, and not as a collector does: check --url.`;
    if (status === 401)
      return `The collector at ${this.#url} does not know this admin key: check --admin-key.`;
    return parsed.data.error.message;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
