import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';

/** One answered request, as the log and the metrics see it. `route` is a pattern, never an address: those can hold secrets. */
export type AnsweredRequest = {
  id: string;
  route: string;
  status: number;
  ms: number;
  code?: string | undefined;
};

/** These are asked for all the time; a line each would drown the rest. */
const QUIET = new Set(['/e', '/r.js', '/l', '/healthz', '/readyz', '/metrics', '/assets']);

/** Writes the log line of a request: no address of a person, no header, no query, no body. */
export function logRequest(log: Logger, req: IncomingMessage, answered: AnsweredRequest): void {
  const level = levelOf(answered);
  if (!log.isLevelEnabled(level)) return;
  const { id, route, status, ms, code } = answered;
  log[level](
    { id, method: req.method, route, status, ms: Math.round(ms * 10) / 10, ...(code && { code }) },
    'request',
  );
}

function levelOf({ status, route }: AnsweredRequest): 'error' | 'warn' | 'info' | 'debug' {
  if (status >= 500) return 'error';
  if (status >= 400) return 'warn';
  return QUIET.has(route) ? 'debug' : 'info';
}
