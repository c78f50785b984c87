import type { SeenRequest } from '../field/world/SeenRequest.js';
import type { Evidence } from './Evidence.js';
import type { Span } from './Span.js';

const HOUR_MS = 3_600_000;

/** Looks at every request that came out of the browser: when it was sent, what was in it, and under which ids. */
export function wireProblems({ field, oracle, began }: Evidence): string[] {
  const { seen } = field.proxy;
  // Pages with a slow clock are slow by whole hours, and no story takes half of one.
  const real = (at: number) => at - Math.round((at - began) / HOUR_MS) * HOUR_MS;
  const late = seen.flatMap(({ body }) => {
    const sentAt = Number(JSON.parse(body).s);
    return isWithin(oracle.silent, real(sentAt)) ? [`Sent without consent: ${body}`] : [];
  });
  const secret = seen
    .flatMap(({ events }) => events)
    .filter(({ t }) => isWithin(oracle.denied, real(t)))
    .map((event) => `Reported after a denial, and sent: ${JSON.stringify(event)}`);
  const odd = seen
    .filter(({ method, type, cookie }) => `${method} ${type} ${cookie}` !== 'POST text/plain;charset=UTF-8 ')
    .map(({ method, type, cookie }) => `An odd request: ${method} ${type} ${cookie}`);
  return [...late, ...secret, ...odd, ...idProblems(seen)];
}

function isWithin(spans: readonly Span[], at: number): boolean {
  return spans.some(({ from, to }) => from < at && at < to);
}

/** Every try of one call has one id and one time. */
function idProblems(seen: readonly SeenRequest[]): string[] {
  const names = new Map<unknown, string>();
  return seen
    .flatMap(({ events }) => events)
    .filter(({ n }) => n === 'step')
    .flatMap(({ id, t, p }) => {
      const name = names.get(p?.n) ?? `${id} at ${t}`;
      names.set(p?.n, name);
      return name === `${id} at ${t}` ? [] : [`"step ${p?.n}" was sent as ${name}, and as ${id} at ${t}.`];
    });
}
