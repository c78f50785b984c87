import { attempt } from './attempt.js';

/** Listens without ever throwing into the host page. */
export const listen = (target: EventTarget, type: string, run: (event: Event) => unknown): void =>
  target.addEventListener(type, (event) => attempt(() => run(event)), true);
