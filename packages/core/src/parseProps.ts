import { isWellFormed } from './isWellFormed.js';
import type { Prop } from './TrackedEvent.js';

const MAX_PROPS = 32;
const MAX_TEXT = 1024;
const NAME = /^[A-Za-z_][\w.:-]{0,63}$/;
/** Names that would reach an object's prototype wherever the properties are copied next. */
const POLLUTING = new Set(['__proto__', 'constructor', 'prototype']);

type Props =
  | { props?: Record<string, Prop> | undefined; problem?: undefined }
  | { problem: string; props?: undefined };

/** Checks the properties that Reftally itself has no use for; undefined when there are none. */
export function parseProps(raw: Record<string, unknown>, known: ReadonlySet<string>, path: string): Props {
  const props: Record<string, Prop> = {};
  let count = 0;
  for (const name of Object.keys(raw)) {
    if (known.has(name)) continue;
    if (POLLUTING.has(name) || !NAME.test(name)) {
      return {
        problem: `${path}: property names are letters, digits and _ . : - (64 at most), and not ${name.slice(0, 20)}`,
      };
    }
    const value = raw[name];
    if (!isProp(value)) {
      return {
        problem: `${path}.${name}: expected text of at most 1024 characters, a number, true, false or null`,
      };
    }
    props[name] = value;
    if (++count > MAX_PROPS)
      return {
        problem: `${path}: expected at most ${MAX_PROPS} further properties`,
      };
  }
  return { props: count > 0 ? props : undefined };
}

function isProp(value: unknown): value is Prop {
  if (typeof value === 'string') return value.length <= MAX_TEXT && isWellFormed(value);
  return value === null || typeof value === 'boolean' || Number.isFinite(value);
}
