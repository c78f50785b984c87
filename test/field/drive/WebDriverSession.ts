/** The answer to a new session. */
interface Opened {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
}

/** A session of the W3C WebDriver protocol, spoken over HTTP. */
export class WebDriverSession {
  readonly browserVersion: string;
  readonly #url: string;

  private constructor(url: string, browserVersion: string) {
    this.#url = url;
    this.browserVersion = browserVersion;
  }

  /** Opens a session; `capabilities` must all be met. */
  static async open(server: string, capabilities: object): Promise<WebDriverSession> {
    const body = { capabilities: { alwaysMatch: capabilities } };
    const opened = (await call('POST', `${server}/session`, body)) as Opened;
    return new WebDriverSession(`${server}/session/${opened.sessionId}`, opened.capabilities.browserVersion);
  }

  get(path: string): Promise<unknown> {
    return call('GET', this.#url + path);
  }

  post(path: string, body: object = {}): Promise<unknown> {
    return call('POST', this.#url + path, body);
  }

  delete(path = ''): Promise<unknown> {
    return call('DELETE', this.#url + path);
  }
}

async function call(method: string, url: string, body?: object): Promise<unknown> {
  const signal = AbortSignal.timeout(20_000);
  const response = await fetch(url, { method, signal, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${JSON.stringify(value)}`);
  return value;
}
