import { attempt } from './attempt.js';

/** Listens without ever throwing into the host page. On the window, which sees the document's events too, first of all. */
export const listen = (type: string, run: (event: Event) => unknown, target: EventTarget = window): void =>
  target.addEventListener(type, (event) => attempt(run, event), true);
