import cluster from 'node:cluster';
import { AggregatorRegistry } from 'prom-client';
import type { MetricsMessage } from './MetricsMessage.js';

/** In the primary process: tells each worker that asks what all of them have counted. */
export function answerMetrics(): void {
  const all = new AggregatorRegistry();
  cluster.on('message', (worker, message: MetricsMessage) => {
    if (message?.type !== 'reftally:metrics') return;
    const answer = (more: Partial<MetricsMessage>) =>
      worker.isConnected() && worker.send({ ...message, ...more });
    all.clusterMetrics().then(
      (text) => answer({ text }),
      (error: unknown) => answer({ problem: String(error) }),
    );
  });
}
