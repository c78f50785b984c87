import { attempt } from './attempt.js';
import { PREFIX } from './PREFIX.js';

/** The localStorage keys of events that wait, of this tab and of others. */
export const eventKeys = (): string[] =>
  (attempt(() => Object.keys(localStorage)) || []).filter((key) => key.startsWith(PREFIX));
