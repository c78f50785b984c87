/** An answer that takes longer is too late for one in a hundred (p99), by the plans of docs/scaling.md. */
export const PATIENCE_MS = 250;
