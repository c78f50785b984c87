import cluster from 'node:cluster';
import { AggregatorRegistry, type Registry } from 'prom-client';

/** Has what a worker counts added to the metrics of all; nothing in a collector of its own. */
export function offerMetrics(registry: Registry): void {
  if (!cluster.isWorker) return;
  AggregatorRegistry.setRegistries(registry);
  new AggregatorRegistry(); // Answers the primary process from now on.
}
