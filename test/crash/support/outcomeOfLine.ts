import type { Outcome } from '@reftally/core';

type Loose = Record<string, unknown>;

/** The outcome in a line of the log, if it is of one; read without any code of the store. */
export function outcomeOfLine(line: string): Outcome | undefined {
  const { outcome, view } = JSON.parse(line) as { outcome?: Outcome; view?: unknown[] };
  return view ? (outcomeOf(view) as Outcome) : outcome;
}

/** The short line of a pageview in full. */
function outcomeOf([id, site, decidedAt, at, partner, ...rest]: unknown[]): Loose {
  const [visitor, client, url, referrer, props, touches, day, extras] = rest;
  const { status = 'accepted', reason, touches: added, clicks, deltas, ...more } = (extras ?? {}) as Loose;
  const counted = day === null ? deltas : [{ partner: partner ?? '', day, add: { pageviews: 1 } }];
  const pairs = (touches as [string, number][]).map((pair) => ({ code: pair[0], at: pair[1] }));
  const sent = present({ visitor, client, url, referrer, props });
  const event = { type: 'pageview', id, site, at, trust: 'browser', touches: pairs, ...sent, ...more };
  const answer = present({ status, reason, partner });
  return present({ answer, decidedAt, event, touches: added, clicks, deltas: counted });
}

function present(fields: Loose): Loose {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  );
}
