import type { Said } from './Said.js';

/**
 * One entry of a `dataLayer` as properties with the event's name under `event`, or undefined. Takes `{event, ecommerce}`
 * objects and gtag's commands, which are `arguments` objects: `event name {…}`, `config id {…}`, `set {…}`, `set name value`.
 */
export const readEntry = (entry: unknown): Said | undefined => {
  if (!entry || typeof entry !== 'object') return undefined;
  const said = entry as Said;
  const [command, target, params] = [said[0], said[1], said[2]];
  if (command === undefined) return { ...said, ...(said.ecommerce as object) };
  if (command === 'event') return { ...(params as object), event: target };
  if (command === 'config') return { ...(params as object), event: undefined };
  if (command !== 'set') return undefined;
  return typeof target === 'string' ? { [target]: params } : { ...(target as object), event: undefined };
};
