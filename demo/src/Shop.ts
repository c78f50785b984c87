import type { Request, Response } from 'express';
import type { Html } from './html.js';
import type { Session } from './Session.js';
import type { ShopMemory } from './ShopMemory.js';
import type { ShopOptions } from './ShopOptions.js';
import { toCurrency } from './toCurrency.js';
import type { Visit } from './Visit.js';

const COOKIE = 'northlight_session';

/** What all routes share: the shop's memory, and how a browser is told from another. */
export class Shop {
  readonly memory: ShopMemory;
  readonly options: ShopOptions;

  /** @param memory what the shop knows; @param options where its tracker is, and what it may do. */
  constructor(memory: ShopMemory, options: ShopOptions) {
    this.memory = memory;
    this.options = options;
  }

  /** The session of a request, if its browser has one. Looking around opens none. */
  session(request: Request): Session | undefined {
    const cookie = new RegExp(`(?:^|; )${COOKIE}=([\\w-]+)`).exec(request.headers.cookie ?? '');
    return this.memory.session(cookie?.[1]);
  }

  /** The session of a request, opened now (with its cookie) if need be. */
  openSession(request: Request, response: Response): Session {
    const known = this.session(request);
    if (known) return known;
    const session = this.memory.openSession(toCurrency(request.query.currency) ?? 'EUR');
    response.cookie(COOKIE, session.id, {
      httpOnly: true,
      sameSite: 'lax',
      secure: request.secure,
    });
    return session;
  }

  /** Describes a request for the page that answers it; a currency in the address is remembered if there is a session. */
  visit(request: Request, known?: Session): Visit {
    const session = known ?? this.session(request);
    const currency = toCurrency(request.query.currency) ?? session?.currency ?? 'EUR';
    if (session) session.currency = currency;
    return {
      path: request.path,
      currency,
      session,
      customer: this.memory.customer(session),
      inCart: session ? [...session.cart.values()].reduce((sum, quantity) => sum + quantity, 0) : 0,
      collectorUrl: this.options.collectorUrl,
      siteKey: this.options.siteKey,
    };
  }

  /** The shop's time, ms since 1970. */
  now(): number {
    return (this.options.clock ?? Date.now)();
  }

  /** Answers with a page. */
  send(response: Response, page: Html, status = 200): void {
    response.status(status).type('html').send(`<!doctype html>\n${page.markup}`);
  }
}
