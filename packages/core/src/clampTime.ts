/** How long a browser may hold an event back. */
const MAX_AGE_MS = 7 * 86_400_000;

/**
 * Puts a client's time on the collector's clock (both in ms): its age by the client's own clock, `sentAt − t`, counted back from the
 * arrival, and never outside of [received − 7 days, received].
 */
export function clampTime(t: number, sentAt: number, receivedAt: number): number {
  return Math.round(Math.min(receivedAt, Math.max(receivedAt - MAX_AGE_MS, receivedAt - (sentAt - t))));
}
