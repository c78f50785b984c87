import type { Fault } from '../field/world/Fault.js';

/** What goes wrong with one request, by its name in a story. */
export function faultOf(name: '503' | 'reset' | 'drop-reply' | 'delay'): Fault {
  if (name === '503') return { kind: 'answer', status: 503 };
  return name === 'delay' ? { kind: 'delay', ms: 400 } : { kind: name };
}
