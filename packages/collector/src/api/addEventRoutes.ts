import { type EventContext, fields, parseApiEvent, type Site } from '@reftally/core';
import type { Router } from 'express';
import { z } from 'zod';
import { resolveScope } from '../auth/resolveScope.js';
import { recordEvents } from '../collect/recordEvents.js';
import { HttpError } from '../http/HttpError.js';
import { parseInput } from '../http/parseInput.js';
import { type RouteHandler, route } from '../http/route.js';
import { strictShape } from '../http/strictShape.js';
import type { Services } from '../Services.js';
import { principalOf } from './principalOf.js';

const MAX_EVENTS = 500;

const eventsBody = strictShape({
  site: z.string().optional(),
  events: z
    .array(z.unknown(), { error: (issue) => fields.expected('a list of events', issue.input) })
    .min(1, `expected a list of 1 to ${MAX_EVENTS} events`),
});

/** `/events`: what a shop's own server reports; each event gets its row, as from the browser. */
export function addEventRoutes(router: Router, services: Services): void {
  route(router, '/events', { post: addEvents(services) });
}

function addEvents(services: Services): RouteHandler {
  return async (req, res) => {
    const { site: named, events } = parseInput(eventsBody, req.body);
    const { site } = await resolveScope(principalOf(res), 'events:write', { site: named }, services.store);
    if (events.length > MAX_EVENTS) throw tooMany(events.length);
    const context = contextOf(site, services);
    const parse = (raw: unknown) => parseApiEvent(raw, context);
    const size = Number.POSITIVE_INFINITY; // Compressed bodies have no telling length: each event is measured.
    res.json({ results: await recordEvents({ source: 'server', events, size, context, parse }, services) });
  };
}

function tooMany(count: number): HttpError {
  const message = `events: expected at most ${MAX_EVENTS} a request, got ${count}; send the rest in another.`;
  return new HttpError(413, 'too-many-events', message, { field: 'events' });
}

function contextOf({ id, currencies }: Site, { clock, newId }: Services): EventContext {
  return { site: id, currencies, receivedAt: clock(), trust: 'server', newId };
}
