import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Server } from './Server.js';

/** As long as those of a real site, so that a floor parses bodies of the same size. */
const SITE_KEY = 'rt_pub_0123456789abcdefghijkl';

/** Starts a floor, or a rung between it and the collector: a script of this folder that sends its port when it listens. */
export async function startFloor(
  script: 'bareServer' | 'expressServer' | 'logServer' | 'hollowServer',
): Promise<Server> {
  const child = fork(fileURLToPath(new URL(`./${script}.js`, import.meta.url)), {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [port] = (await once(child, 'message')) as [number];
  return {
    port,
    pid: child.pid ?? 0,
    traffic: { siteKey: SITE_KEY, codes: Array.from({ length: 100 }, (_, i) => `code-${i}`) },
    async stop() {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}
