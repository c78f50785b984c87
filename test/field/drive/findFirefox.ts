import type { FoundBrowser } from './FoundBrowser.js';
import { installed } from './installed.js';
import { installOnDebian } from './installOnDebian.js';

const NAMES = [
  'firefox-esr',
  'firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:/Program Files/Mozilla Firefox/firefox.exe',
];

/** Finds a Firefox: `FIREFOX_PATH`, else an installed one, else installs one, as root on Debian. Throws where there is none. */
export function findFirefox(): FoundBrowser {
  const named = process.env.FIREFOX_PATH;
  if (named) return { path: named, how: `Firefox: ${named}, from FIREFOX_PATH` };
  const path = installed(NAMES);
  if (path) return { path, how: `Firefox: ${path}, which was installed` };
  const fresh = installOnDebian(['firefox-esr']) && installed(NAMES);
  if (fresh) return { path: fresh, how: `Firefox: ${fresh}, installed just now with apt-get` };
  throw new Error('There is no Firefox: install one, or set FIREFOX_PATH.');
}
