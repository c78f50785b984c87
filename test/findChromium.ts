import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** A browser for the tests, and how it was come by, in one line. */
export interface FoundChromium {
  readonly path: string;
  readonly how: string;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder ? [join(folder, 'Google/Chrome/Application/chrome.exe')] : [];
  }),
];

/**
 * Finds a Chromium or Chrome: `CHROMIUM_PATH`, else an installed one, else installs one (as root on Debian the package
 * `chromium`, elsewhere Playwright's). Throws when `CHROMIUM_PATH` leads nowhere or nothing could be installed.
 */
export function findChromium(): FoundChromium {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file.`);
    return { path: named, how: `Chromium: ${named}, from CHROMIUM_PATH` };
  }
  const path = installed();
  return path ? { path, how: `Chromium: ${path}, which was installed` } : install();
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name + suffix)));
  return [...onPath, ...places, chromium.executablePath()].find((path) => path !== '' && existsSync(path));
}

function install(): FoundChromium {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (
    isDebianRoot &&
    runQuietly('apt-get', ['update']) &&
    runQuietly('apt-get', ['install', '-y', 'chromium'])
  ) {
    const path = installed();
    if (path) return { path, how: `Chromium: ${path}, installed just now with apt-get` };
  }
  const shell = process.platform === 'win32';
  execFileSync('npx', ['playwright-core', 'install', 'chromium'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell,
  });
  const path = chromium.executablePath();
  return { path, how: `Chromium: ${path}, installed just now with Playwright` };
}

function runQuietly(command: string, words: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, words, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}
