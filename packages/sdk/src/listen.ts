type Events = WindowEventMap & Pick<DocumentEventMap, 'visibilitychange'> & { prerenderingchange: Event };

/** Listens on the window, which sees the document's events too, first of all. */
export const listen = <N extends keyof Events>(type: N, run: (event: Events[N]) => unknown): void =>
  addEventListener(type as keyof WindowEventMap, run as (event: Event) => unknown, true);
