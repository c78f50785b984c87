import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../journey/freePort.js';

/** A WebDriver server as a process, with the browsers that it starts. */
export class WebDriverServer {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#child = child;
  }

  /** Starts one by its path, on a free port and on a display. */
  static async start(path: string, display: string): Promise<WebDriverServer> {
    const port = await freePort();
    // A group of its own: the browsers must go with it.
    const child = spawn(path, [`--port=${port}`], {
      stdio: 'ignore',
      detached: true,
      env: { ...process.env, DISPLAY: display },
    });
    const server = new WebDriverServer(`http://127.0.0.1:${port}`, child);
    for (let tries = 0; !(await server.#isReady()); tries++) {
      if (tries > 100) throw new Error(`${path} does not answer.`);
      await sleep(50);
    }
    return server;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    if (this.#child.pid !== undefined) process.kill(-this.#child.pid, 'SIGKILL');
    await ended;
  }

  #isReady(): Promise<boolean> {
    return fetch(`${this.url}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}
