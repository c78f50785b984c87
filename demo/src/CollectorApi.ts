import { StartError } from './start/StartError.js';

type Method = 'GET' | 'POST' | 'PATCH';

/** An answer of the collector's HTTP API. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The collector's HTTP API, as its operator or a shop's server uses it. */
export class CollectorApi {
  readonly #url: string;
  readonly #key: string;

  /** @param url the collector's origin; @param key its admin key, or the site's secret key. */
  constructor(url: string, key: string) {
    this.#url = url;
    this.#key = key;
  }

  /** Sends one request and returns its answer, whatever the status. */
  async request(method: Method, path: string, body?: unknown): Promise<ApiAnswer> {
    const response = await fetch(`${this.#url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#key}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  }

  /** Sends one request and returns the body of its answer. Throws `StartError` unless the status is a good one. */
  async call<Body>(method: Method, path: string, body?: unknown): Promise<Body> {
    const answer = await this.request(method, path, body);
    if (answer.status >= 400) {
      throw new StartError(`The collector refused ${method} ${path}: ${JSON.stringify(answer.body)}`);
    }
    return answer.body as Body;
  }
}
