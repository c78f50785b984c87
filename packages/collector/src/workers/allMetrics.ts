import cluster from 'node:cluster';
import type { Registry } from 'prom-client';
import type { MetricsMessage } from './MetricsMessage.js';

const PATIENCE_MS = 6_000;
let asked = 0;

/** The metrics of this collector as text; when it is one of several workers those of all together, whichever of them is asked. */
export async function allMetrics(registry: Registry): Promise<string> {
  if (!cluster.isWorker) return registry.metrics();
  const { text, problem } = await askPrimary();
  if (text === undefined) throw new Error(`the metrics of all workers cannot be had: ${problem}`);
  return text;
}

function askPrimary(): Promise<MetricsMessage> {
  const id = ++asked;
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      process.off('message', read);
    };
    const read = (message: MetricsMessage) => {
      if (message?.type !== 'reftally:metrics' || message.id !== id) return;
      end();
      resolve(message);
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error('the primary process has not answered'));
    }, PATIENCE_MS);
    process.on('message', read);
    process.send?.({ type: 'reftally:metrics', id } satisfies MetricsMessage);
  });
}
