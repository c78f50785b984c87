import { isbot } from 'isbot';

/** By these a shop tries things out, and should see that they count. */
const TOOLS = /^(curl|node|undici|HTTPie|Wget)\b|HeadlessChrome/i;

const MAX_KNOWN = 1_000;
/** Most visitors come with one of a few hundred names, and telling takes as long as all else that is asked of an event. */
const known = new Map<string, boolean>();

/** Whether a browser says by its name (`User-Agent`) that it is a robot. */
export function isRobot(browser: string): boolean {
  let answer = known.get(browser);
  if (answer === undefined) {
    if (known.size >= MAX_KNOWN) known.clear();
    answer = isbot(browser) && !TOOLS.test(browser);
    known.set(browser, answer);
  }
  return answer;
}
