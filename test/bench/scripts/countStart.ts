import { counting } from '../../field/world/counting.js';
import type { Entry, Stage } from './Stage.js';

/** What a script does on a page without a code within its first three seconds, its first pageview included. */
export interface Start {
  /** Counted by what they are, as `counting` calls them. */
  readonly operations: Readonly<Record<string, number>>;
  /** Requests that its server got, but for the files of the script itself. */
  readonly requests: readonly string[];
  /** Names that it added to `window`. */
  readonly globals: readonly string[];
}

const WATCHED_MS = 3_000;

/** What `counting` leaves on a page. */
interface Counted {
  readonly cost: Readonly<Record<string, number>>;
  readonly globalsBefore: readonly string[];
}

/** Counts what a contender's script does when a page without a code starts, for a new visitor. */
export async function countStart(stage: Stage, { contender, server }: Entry): Promise<Start> {
  const { shop } = stage.field;
  const path = `${contender.path}/counted`;
  shop.pages.set(path, { html: shop.page(`<script>${counting}</script>${contender.tags(server.origin)}`) });
  const profile = await stage.newProfile();
  const page = await profile.newPage();
  const before = server.requests.length;
  await page.goto(`${shop.origin()}${path}`);
  await page.waitForTimeout(WATCHED_MS);
  const counted = await page.evaluate(() => {
    const { cost, globalsBefore } = window as unknown as Counted;
    const globals = Object.getOwnPropertyNames(window).filter((name) => !globalsBefore.includes(name));
    return { operations: { ...cost }, globals };
  });
  await profile.close();
  const files = contender.files.map((file) => `GET ${file}`);
  return {
    ...counted,
    requests: server.requests.slice(before).filter((request) => !files.includes(request)),
  };
}
