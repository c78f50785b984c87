import type { ChromiumDriver } from '../field/drive/ChromiumDriver.js';
import type { ChromiumProfile } from '../field/drive/ChromiumProfile.js';
import type { Field } from '../field/world/Field.js';
import { startField } from '../field/world/startField.js';
import { findProblems } from './findProblems.js';
import { hostScript } from './hostScript.js';
import { leftovers } from './leftovers.js';
import { Oracle } from './Oracle.js';
import type { Story } from './Story.js';
import { Visitor } from './Visitor.js';

/** How long the browser may take to send the rest when nothing goes wrong any more (ms). */
const REST_MS = 20_000;

/**
 * Plays a story in a new profile of the browser, with a collector and a shop of its own (a tenth of a second), and then has everything come
 * back to normal. Resolves with what should not be, in sentences.
 */
export async function playStory(driver: ChromiumDriver, story: Story): Promise<string[]> {
  const field = await startField();
  const profile = await driver.newProfile();
  try {
    const began = Date.now();
    const oracle = new Oracle();
    const visitor = new Visitor(field, profile, (fact) => oracle.take(fact));
    field.shop.before = hostScript;
    await profile.context.addCookies([{ name: 'choice', value: story.choice, url: field.shop.origin() }]);
    const problems = await live(story, visitor, oracle, { field, profile });
    const { noticed } = visitor;
    return [...problems, ...(await findProblems({ story, field, oracle, noticed, began }))];
  } finally {
    await profile.close();
    await field.close();
  }
}

interface Surroundings {
  readonly field: Field;
  readonly profile: ChromiumProfile;
}

/** Plays the story to its end, and looks into the browser whenever the visitor has said no. */
async function live(story: Story, visitor: Visitor, oracle: Oracle, around: Surroundings): Promise<string[]> {
  const { code, latencyMs, steps } = story;
  const problems: string[] = [];
  const look = async (when: string) => {
    if (oracle.isForgotten) problems.push(...(await leftovers(visitor, around.profile, when)));
  };
  await visitor.take({ tab: 0, act: { do: 'navigate', ...(code && { code }) } });
  around.field.proxy.latencyMs = latencyMs;
  for (const step of steps) {
    await visitor.take(step);
    await look(JSON.stringify(step));
  }
  problems.push(...(await comeBack(visitor, around.field)));
  await look('the end');
  await visitor.take({ tab: 0, act: { do: 'close' } });
  return problems;
}

/** An hour later, online: the visitor opens one more page, which must send all that was left behind. */
async function comeBack(visitor: Visitor, { proxy }: Field): Promise<string[]> {
  proxy.next.length = 0;
  proxy.latencyMs = 0;
  await visitor.take({ tab: 0, act: { do: 'online' } });
  await visitor.take({ tab: 0, act: { do: 'close' }, meanwhile: { do: 'close' } });
  await visitor.take({ tab: 0, act: { do: 'later' } });
  await visitor.take({ tab: 0, act: { do: 'navigate' } });
  if (visitor.told(0) === 'pending')
    await visitor.take({ tab: 0, act: { do: 'consent', choice: 'granted', everywhere: false } });
  const waiting = await visitor.settle(REST_MS);
  return waiting.length === 0 ? [] : [`In the end there still waits ${waiting.join(', ')}.`];
}
