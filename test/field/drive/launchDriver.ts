import { ChromiumDriver } from './ChromiumDriver.js';
import type { Driver } from './Driver.js';

/** Starts the browser that the scenarios are to run in. */
export function launchDriver(): Promise<Driver> {
  return ChromiumDriver.launch();
}
