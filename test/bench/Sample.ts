/** One measurement. Latencies in ms, memory in MiB, CPU time of the server in µs an event: it drifts less than rates do when something else runs. */
export type Sample = {
  eventsPerSecond: number;
  requestsPerSecond: number;
  p50: number;
  p99: number;
  rss: number;
  cpuPerEvent: number;
  loadCpu: number;
};
