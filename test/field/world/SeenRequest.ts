import type { WireEvent } from './WireEvent.js';

/** A request for `/e` as it came out of the browser. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly type: string;
  readonly cookie: string;
  readonly origin: string;
  readonly referrer: string;
  readonly body: string;
  /** When all of it had arrived, ms since the epoch. */
  readonly at: number;
  /** The events in the body; none when it holds none. */
  readonly events: readonly WireEvent[];
}
