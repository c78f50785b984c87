import type { Answer, Outcome, Pageview } from '@reftally/core';
import type { ViewValues } from './ViewFact.js';

/** What a pageview's line stands for. Properties are assigned one by one: this runs for nearly every line of a log. */
export function outcomeOfView(view: ViewValues): Outcome {
  const [, , decidedAt, , partner, , , , , , , day, extras] = view;
  const answer: Answer = { status: extras?.status ?? 'accepted' };
  if (extras?.reason !== undefined) answer.reason = extras.reason;
  if (partner !== null) answer.partner = partner;
  const outcome: Outcome = { answer, decidedAt, event: eventOf(view) };
  if (extras?.touches) outcome.touches = extras.touches;
  if (extras?.clicks) outcome.clicks = extras.clicks;
  if (day !== null) outcome.deltas = [{ partner: partner ?? '', day, add: { pageviews: 1 } }];
  else if (extras?.deltas) outcome.deltas = extras.deltas;
  return outcome;
}

function eventOf(view: ViewValues): Pageview {
  const [id, site, , at, , visitor, client, url, referrer, props, touches, , extras] = view;
  const event: Pageview = {
    type: 'pageview',
    id,
    site,
    at,
    trust: extras?.trust ?? 'browser',
    touches: touches.map(([code, at]) => ({ code, at })),
  };
  if (visitor !== null) event.visitor = visitor;
  if (client !== null) event.client = client;
  if (url !== null) event.url = url;
  if (referrer !== null) event.referrer = referrer;
  if (props !== null) event.props = props;
  if (extras?.stated !== undefined) event.stated = extras.stated;
  if (extras?.dated) event.dated = extras.dated;
  if (extras?.ad !== undefined) event.ad = extras.ad;
  return event;
}
