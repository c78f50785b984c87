import type { Consent } from '../../packages/sdk/src/Consent.js';
import type { Fact } from './Fact.js';
import type { Span } from './Span.js';

/** How often a conversion must be counted in the end. */
export type Fate = 'once' | 'never' | 'either';

interface Page {
  consent: Consent;
  /** Seen by somebody, so that it can do things. */
  isHere: boolean;
  isGone: boolean;
  /** Another page has opted out, or taken that back, and nobody told this one. */
  isUnsure: boolean;
}

/**
 * One call of `track()`. `waits`: for consent, in the memory of its page. `kept`: written ahead, so that only a denial can lose it. `purged`:
 * there was one. `counted`: the collector had it before. `lost`: it cannot have left the browser any more.
 */
interface Attempt {
  readonly key: string;
  readonly page: string;
  state: 'waits' | 'kept' | 'purged' | 'counted' | 'lost';
  /** When it was kept; undefined as soon as a page could have sent it. */
  unsentSince: number | undefined;
}

/** A page that goes away may still be busy with that when the browser says that it is gone, and send what it has. */
const GOING_MS = 2_000;

const FATES: Readonly<Record<Attempt['state'], Fate>> = {
  waits: 'never',
  kept: 'once',
  purged: 'either',
  counted: 'once',
  lost: 'never',
};

/** Pages take over what others left behind after 30 s: until then only the page that reported an event can send it. */
const ADOPTED_MS = 25_000;

/**
 * Says what must become of each conversion, from what the visitor did and agreed to alone. Written as rules about the visitor, unlike the
 * script, which knows queues and requests. What it leaves open, and why:
 *
 * - Reported with consent, and a denial came before its delivery was certain: the request may have been faster. It is certain when nothing
 *   waited any more in between, and certainly not delivered when the browser was offline all the time and no page that knows of it goes on.
 * - A denial in one tab takes what waits from the browser, not from the memory of another tab that nobody told.
 * - A page that was there before, in another tab or in the back/forward cache, may not hear of an opt-out before it hears a no or is
 *   loaded again: the script looks for an opt-out once a page, and again after a no.
 */
export class Oracle {
  /** Moments in which nothing may be sent, and in which nothing that is sent later may have been reported. */
  readonly silent: Span[] = [];
  readonly denied: Span[] = [];
  readonly #pages = new Map<string, Page>();
  readonly #attempts: Attempt[] = [];
  #isOut = false;
  #isOnline = true;
  #isForgotten = false;
  /** When a page last went away with a yes, and perhaps wrote something while it did. */
  #wroteAt = 0;
  /** Until when pages that went away with a yes may still send something. */
  #goingUntil = 0;
  #silentSince: number | undefined;
  #deniedSince: number | undefined;

  /** Whether every page that is seen, if any, has been told no. */
  get isDenied(): boolean {
    return this.#here().every(({ consent, isUnsure }) => !isUnsure && (consent === 'denied' || this.#isOut));
  }

  /** Whether nothing may be left in the browser: when a page forgot everything, there was no other page that still had a yes. */
  get isForgotten(): boolean {
    return this.#isForgotten;
  }

  get isSilent(): boolean {
    return this.#here().every(({ consent, isUnsure }) => !isUnsure && (consent !== 'granted' || this.#isOut));
  }

  /** Takes the facts in their order. */
  take(fact: Fact): void {
    if (fact.is === 'leaves' || fact.is === 'closes')
      this.#letGo('pages' in fact ? fact.pages : [fact.page], fact.to);
    this.#apply(fact);
    this.#lose(fact.to);
    this.#look(fact);
    const since = Math.max(fact.to, this.#goingUntil);
    this.#silentSince = this.isSilent
      ? (this.#silentSince ?? since)
      : mark(this.silent, this.#silentSince, fact.from);
    this.#deniedSince = this.isDenied
      ? (this.#deniedSince ?? fact.to)
      : mark(this.denied, this.#deniedSince, fact.from);
  }

  /** What must have become of each conversion now that nothing waits in the browser any more. */
  fates(): Map<string, Fate> {
    const fates = new Map<string, Fate>();
    for (const { key, state } of this.#attempts) {
      const both = [fates.get(key), FATES[state]];
      // The same order, reported again: one report that must arrive is enough.
      fates.set(key, both.includes('once') ? 'once' : both.includes('either') ? 'either' : 'never');
    }
    return fates;
  }

  #apply(fact: Fact): void {
    if (fact.is === 'opens') this.#open(fact.page, fact.consent);
    else if (fact.is === 'hears') this.#hear(fact.page, fact.consent, fact.to);
    else if (fact.is === 'tracks') this.#track(fact.page, fact.key, fact.from);
    else if (fact.is === 'optsOut') this.#optOut(fact.page, fact.out);
    else if (fact.is === 'leaves') this.#page(fact.page).isHere = false;
    else if (fact.is === 'returns') this.#page(fact.page).isHere = true;
    else if (fact.is === 'closes') this.#close(fact.pages);
    else if (fact.is === 'settles') this.#settle();
    else this.#connect(fact.is);
  }

  #letGo(pages: readonly string[], at: number): void {
    const isBusy = pages
      .map((id) => this.#page(id))
      .some((page) => page.isHere && (page.isUnsure || page.consent === 'granted'));
    if (!isBusy) return;
    this.#wroteAt = at;
    this.#goingUntil = at + GOING_MS;
  }

  #look(fact: Fact): void {
    const isOver = this.#here().every(({ consent, isUnsure }) => !isUnsure && consent === 'denied');
    const isNo = fact.is === 'opens' || fact.is === 'hears' || fact.is === 'optsOut';
    if (!isOver || this.#wroteAt === fact.to) this.#isForgotten = false;
    else if (isNo && fact.from >= this.#wroteAt) this.#isForgotten = true;
  }

  #open(id: string, consent: Consent): void {
    // An opt-out wins over everything, but nothing looks for it where consent is pending.
    const isDenied = consent === 'denied' || (consent === 'granted' && this.#isOut);
    this.#pages.set(id, {
      consent: isDenied ? 'denied' : consent,
      isHere: true,
      isGone: false,
      isUnsure: false,
    });
    if (isDenied) this.#purge(id);
  }

  #hear(id: string, consent: Consent, at: number): void {
    const page = this.#page(id);
    const isYes = consent === 'granted';
    page.isUnsure = page.isUnsure && isYes && this.#isOut;
    page.consent = isYes && this.#isOut && !page.isUnsure ? 'denied' : consent;
    if (page.consent === 'denied') this.#purge(id);
    if (page.consent !== 'granted') return;
    for (const attempt of this.#of(id, 'waits')) {
      if (page.isUnsure) attempt.state = 'purged';
      else this.#keep(attempt, at);
    }
  }

  #track(id: string, key: string, at: number): void {
    const { consent, isUnsure } = this.#page(id);
    const attempt: Attempt = { key, page: id, state: 'waits', unsentSince: undefined };
    this.#attempts.push(attempt);
    if (isUnsure) attempt.state = 'purged';
    else if (consent === 'denied' || this.#isOut) attempt.state = 'lost';
    else if (consent === 'granted') this.#keep(attempt, at);
  }

  #keep(attempt: Attempt, at: number): void {
    attempt.state = 'kept';
    attempt.unsentSince = this.#isOnline ? undefined : at;
  }

  /** Both ways forget everything and leave the page silent until it hears a yes. */
  #optOut(id: string, out: boolean): void {
    this.#isOut = out;
    this.#page(id).consent = 'denied';
    for (const [other, page] of this.#pages) {
      if (other === id) continue;
      if (page.consent !== 'denied') page.isUnsure = true;
      for (const attempt of this.#of(other, 'waits')) attempt.state = 'purged';
    }
    this.#purge(id);
  }

  #purge(by: string): void {
    for (const attempt of this.#of(by, 'waits')) attempt.state = 'lost';
    for (const attempt of this.#attempts) if (attempt.state === 'kept') attempt.state = 'purged';
  }

  #close(pages: readonly string[]): void {
    for (const id of pages) {
      Object.assign(this.#page(id), { isHere: false, isGone: true });
      for (const attempt of this.#of(id, 'waits')) attempt.state = 'lost';
    }
  }

  #settle(): void {
    for (const attempt of this.#attempts) if (attempt.state === 'kept') attempt.state = 'counted';
  }

  #connect(how: 'offline' | 'online' | 'later'): void {
    if (how !== 'later') this.#isOnline = how === 'online';
    if (how !== 'offline') for (const attempt of this.#attempts) attempt.unsentSince = undefined;
  }

  /** What was taken from the browser before anything could be sent is lost, once its own page has heard the no or is gone. */
  #lose(now: number): void {
    for (const attempt of this.#attempts) {
      const { state, page, unsentSince } = attempt;
      const { consent, isGone } = this.#page(page);
      if (state !== 'purged' || unsentSince === undefined || now - unsentSince > ADOPTED_MS) continue;
      if (isGone || consent === 'denied') attempt.state = 'lost';
    }
  }

  #page(id: string): Page {
    const page = this.#pages.get(id);
    if (!page) throw new Error(`Nobody has opened the page ${id}.`);
    return page;
  }

  #of(page: string, state: Attempt['state']): Attempt[] {
    return this.#attempts.filter((attempt) => attempt.page === page && attempt.state === state);
  }

  #here(): Page[] {
    return [...this.#pages.values()].filter(({ isHere }) => isHere);
  }
}

/** Notes a span that ends, if there is one. */
function mark(spans: Span[], from: number | undefined, to: number): undefined {
  if (from !== undefined && from < to) spans.push({ from, to });
}
