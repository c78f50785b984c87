/** A time in ms as the API gives it: ISO 8601, UTC. */
export function apiTime(ms: number): string {
  return new Date(ms).toISOString();
}
