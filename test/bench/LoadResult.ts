/** What one load process has measured, after its warm-up. Latencies in ms, each from the write of the request to the end of its answer. */
export type LoadResult = {
  seconds: number;
  requests: number;
  events: number;
  p50: number;
  p99: number;
  /** CPU time that the server took. */
  serverCpuMs: number;
  /** Share of one core that the load process itself took; near 1 it is the limit, and not the server. */
  loadCpu: number;
  /** Answers that were not what the spec expects, warm-up included; the first of them in words. */
  wrong: number;
  firstWrong?: string;
  /** Events answered as accepted, warm-up included. */
  accepted: number;
  /** How many visitors there are now. */
  visitors: number;
};
