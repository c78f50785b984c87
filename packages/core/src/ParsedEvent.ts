import type { InvalidEvent } from './InvalidEvent.js';
import type { TrackedEvent } from './TrackedEvent.js';

/** An event ready to be decided, or why it is not. */
export type ParsedEvent =
  | { event: TrackedEvent; invalid?: undefined }
  | { event?: undefined; invalid: InvalidEvent };
