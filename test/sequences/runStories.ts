import fc from 'fast-check';
import { ChromiumDriver } from '../field/drive/ChromiumDriver.js';
import { describeStory } from './describeStory.js';
import { playStory } from './playStory.js';
import type { Story } from './Story.js';
import { stories } from './stories.js';

/** How many random stories, and which. */
export interface Run {
  readonly count: number;
  readonly seed: number;
  /** The place of one story among those of its seed, as a failure names it, to play that one alone. */
  readonly path?: string | undefined;
  /** How many at the same time. */
  readonly lanes: number;
  /** Told how it goes: every 50 stories, and when one of them goes wrong. */
  readonly tell: (line: string) => void;
}

/** How long a run looks for a shorter story that fails, too. */
const SHRINK_MS = 240_000;

/** Plays random stories; throws the shortest one that it finds of those that go wrong, with its seed and its path. */
export async function runStories({ count, seed, path, lanes, tell }: Run): Promise<void> {
  const driver = await ChromiumDriver.launch();
  let done = 0;
  let failed: { lane: number; at: number } | undefined;
  const play = (lane: number) => async (story: Story) => {
    // The one that has found something has the machine for itself.
    if (failed && (failed.lane !== lane || Date.now() - failed.at > SHRINK_MS)) return;
    const problems = await playStory(driver, story).catch((error: unknown) => [String(error)]);
    if (failed && failed.lane !== lane) return;
    if (!failed && ++done % 50 === 0) tell(`${done} of ${count}`);
    if (problems.length === 0) return;
    const text = [...problems, describeStory(story)].join('\n');
    if (!failed) tell(`One goes wrong. Looking for a shorter one like it.\n${text}`);
    failed ??= { lane, at: Date.now() };
    throw new Error(text);
  };
  const results = await Promise.allSettled(
    [...Array(path ? 1 : lanes).keys()].map((lane) =>
      fc.assert(fc.asyncProperty(stories(), play(lane)), {
        seed: seed + lane,
        numRuns: path ? 1 : Math.ceil((count - lane) / lanes),
        ...(path && { path }),
        includeErrorInReport: true,
      }),
    ),
  );
  await driver.close();
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
