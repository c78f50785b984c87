import type { EventMap } from './EventMap.js';

/** The arguments after an event's name: required when the event has a required property, free for a custom event. */
export type EventProps<N extends string> = N extends keyof EventMap
  ? Record<never, never> extends EventMap[N]
    ? [props?: EventMap[N]]
    : [props: EventMap[N]]
  : [props?: { [name: string]: unknown }];
