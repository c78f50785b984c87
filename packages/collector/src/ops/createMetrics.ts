import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** How events arrive. */
export type Source = 'browser' | 'server' | 'link';

/** What is counted about this process; nothing is dropped without a counted reason. */
export type Metrics = {
  registry: Registry;
  /** One event and what became of it; `reason` only where it is one of a fixed set of words. */
  countEvent: (source: Source, status: string, reason?: string) => void;
  /** A whole request or visit that was not kept, by the code of its error. */
  countRefused: (route: string, code: string) => void;
  /** A signed purchase, by what came of checking it. */
  countSignature: (result: string) => void;
  /** A conversion that somebody has reviewed. */
  countReview: (verdict: string) => void;
  observe: (route: string, method: string, status: number, seconds: number) => void;
};

/** Makes the metrics of one collector, in a registry of its own. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const refused = new Counter({
    name: 'reftally_requests_refused_total',
    help: 'Requests and visits of which nothing was kept, by the code of the error',
    labelNames: ['route', 'code'],
    registers: [registry],
  });
  const signatures = new Counter({
    name: 'reftally_signatures_total',
    help: 'Signatures of purchases by what came of checking them',
    labelNames: ['result'],
    registers: [registry],
  });
  const reviews = new Counter({
    name: 'reftally_reviews_total',
    help: 'Reviews of conversions by their verdict',
    labelNames: ['verdict'],
    registers: [registry],
  });
  return {
    registry,
    countEvent: eventCounts(registry),
    countRefused: (route, code) => refused.inc({ route, code }),
    countSignature: (result) => signatures.inc({ result }),
    countReview: (verdict) => reviews.inc({ verdict }),
    observe: durations(registry),
  };
}

function durations(registry: Registry): Metrics['observe'] {
  const histogram = new Histogram({
    name: 'reftally_request_duration_seconds',
    help: 'From the request to its answer',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const children = new Map<string, ReturnType<typeof histogram.labels>>();
  return (route, method, status, seconds) => {
    const key = `${route} ${method} ${status}`;
    const child = children.get(key) ?? histogram.labels(route, method, String(status));
    children.set(key, child);
    child.observe(seconds);
  };
}

type EventLabels = { source: Source; status: string; reason: string };

/** Counted here and handed over when somebody asks: a counter looks up its labels for each event. */
function eventCounts(registry: Registry): Metrics['countEvent'] {
  const counts = new Map<string, { labels: EventLabels; fresh: number }>();
  new Counter({
    name: 'reftally_events_total',
    help: 'Events by how they arrived and what became of them',
    labelNames: ['source', 'status', 'reason'],
    registers: [registry],
    collect() {
      for (const count of counts.values()) {
        this.inc(count.labels, count.fresh);
        count.fresh = 0;
      }
    },
  });
  return (source, status, reason = '') => {
    const key = `${source} ${status} ${reason}`;
    const count = counts.get(key);
    if (count) count.fresh++;
    else counts.set(key, { labels: { source, status, reason }, fresh: 1 });
  };
}
