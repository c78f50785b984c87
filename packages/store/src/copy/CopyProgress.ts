/** How far a copy is: `events` copied, of those `resumed` by a run before; `share` of all that is to be read, from 0 to 1. */
export type CopyProgress = (progress: { events: number; resumed: number; share: number }) => void;
