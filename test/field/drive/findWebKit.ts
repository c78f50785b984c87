import { readdirSync } from 'node:fs';
import type { FoundBrowser } from './FoundBrowser.js';
import { installed } from './installed.js';
import { installOnDebian } from './installOnDebian.js';

/** WebKitGTK's driver, the browser it drives, and what makes a display for it where there is none. */
export interface FoundWebKit extends FoundBrowser {
  readonly driver: string;
  /** Undefined: there is a display. */
  readonly xvfb: string | undefined;
}

const PACKAGES = ['webkit2gtk-driver', 'xvfb'];

/** Finds WebKitGTK with its driver, else installs it, as root on Debian. Throws where there is none. */
export function findWebKit(): FoundWebKit {
  const found = find('which was installed');
  if (found) return found;
  const fresh = installOnDebian(PACKAGES) && find('installed just now with apt-get');
  if (fresh) return fresh;
  throw new Error(`There is no WebKitGTK: install the Debian packages ${PACKAGES.join(', ')}.`);
}

function find(how: string): FoundWebKit | undefined {
  const driver = installed(['WebKitWebDriver']);
  const path = installed(folders().map((folder) => `${folder}/MiniBrowser`));
  const xvfb = process.env.DISPLAY ? undefined : installed(['Xvfb']);
  if (!driver || !path || (!xvfb && !process.env.DISPLAY)) return undefined;
  return { path, driver, xvfb, how: `WebKit: ${path}, ${how}` };
}

/** Where Debian puts MiniBrowser: beneath its architecture's libraries, the newest interface first. */
function folders(): string[] {
  const list = (folder: string) => {
    try {
      return readdirSync(folder).map((name) => `${folder}/${name}`);
    } catch {
      return [];
    }
  };
  const versions = list('/usr/lib').flatMap(list);
  return versions
    .filter((folder) => folder.includes('/webkit2gtk-4.'))
    .sort()
    .reverse();
}
