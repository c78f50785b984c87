import type { Collector, Exit } from './Collector.js';
import { type CollectorOptions, spawnCollector } from './spawnCollector.js';

const LISTENING = /http:\/\/127\.0\.0\.1:(\d+)/;
const START_MS = 30_000;

/** Starts a collector and resolves when it takes requests; rejects with all that it printed when it ends instead. */
export async function startCollector(options: CollectorOptions): Promise<Collector> {
  const child = spawnCollector(options);
  let output = '';
  const exited = new Promise<Exit>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const port = await new Promise<number>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`the collector ${why}: ${output}`));
    const timer = setTimeout(() => fail('did not start in time'), START_MS);
    const read = (chunk: Buffer) => {
      output += chunk;
      const match = LISTENING.exec(output);
      if (match) resolve(Number(match[1]));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void exited.then(({ code }) => fail(`ended with ${code}`)).finally(() => clearTimeout(timer));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    child,
    exited,
    output: () => output,
    stop(signal) {
      child.kill(signal);
      return exited;
    },
  };
}
