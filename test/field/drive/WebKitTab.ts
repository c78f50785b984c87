import type { Tab } from './Tab.js';
import type { WebDriverSession } from './WebDriverSession.js';

/** What a page's function came to. */
type Outcome = { readonly value: unknown } | { readonly error: string };

/** A tab of WebKit. A session has one present tab: commands of all tabs take turns. */
export class WebKitTab implements Tab {
  readonly #session: WebDriverSession;
  readonly #handle: string;
  readonly #inTurn: <Result>(command: () => Promise<Result>) => Promise<Result>;
  /** Closes it: a matter of the profile. */
  readonly close: () => Promise<void>;

  constructor(
    session: WebDriverSession,
    handle: string,
    inTurn: WebKitTab['inTurn'],
    close: () => Promise<void>,
  ) {
    this.#session = session;
    this.#handle = handle;
    this.#inTurn = inTurn;
    this.close = close;
  }

  /** Runs a command on this tab once no other command is under way. */
  inTurn<Result>(command: () => Promise<Result>): Promise<Result> {
    return this.#inTurn(async () => {
      await this.#session.post('/window', { handle: this.#handle });
      return command();
    });
  }

  async open(url: string): Promise<void> {
    await this.inTurn(() => this.#session.post('/url', { url }));
  }

  async run<Result, Arg>(body: (arg: Arg) => Result | Promise<Result>, arg?: Arg): Promise<Result> {
    const script = `const done = arguments[arguments.length - 1];
      (async () => (${body})(${JSON.stringify(arg)}))()
        .then((value) => done({ value }), (error) => done({ error: String(error) }))`;
    const outcome = await this.inTurn(() => this.#session.post('/execute/async', { script, args: [] }));
    if ('error' in (outcome as Outcome)) throw new Error((outcome as { error: string }).error);
    return (outcome as { value: Result }).value;
  }

  async reload(): Promise<void> {
    await this.inTurn(() => this.#session.post('/refresh'));
  }
}
