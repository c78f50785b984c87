import { isbot } from 'isbot';

/** By these a shop tries things out, and should see that they count. */
const TOOLS = /^(curl|node|undici|HTTPie|Wget)\b|HeadlessChrome/i;

/** Whether a browser says by its name (`User-Agent`) that it is a robot. */
export function isRobot(browser: string): boolean {
  return isbot(browser) && !TOOLS.test(browser);
}
