import { installed } from './field/drive/installed.js';
import { installOnDebian } from './field/drive/installOnDebian.js';

/** Commands that run the recipes of the docs, and the Debian packages that have them. */
const LANGUAGES = { python3: 'python3', php: 'php-cli', ruby: 'ruby' };

/**
 * Finds what runs the recipes of the docs, and installs what is missing as root on Debian. Says in one line what there is; a recipe whose
 * language is not there is skipped, but for Python's, which fails: it is the independent implementation.
 */
export function findLanguages(): string {
  const commands = Object.keys(LANGUAGES);
  const isMissing = (command: string) => installed([command]) === undefined;
  const wanted = Object.entries(LANGUAGES).filter(([command]) => isMissing(command));
  const isFresh = wanted.length > 0 && installOnDebian(wanted.map(([, name]) => name));
  const there = commands.filter((command) => !isMissing(command)).join(', ');
  const missing = commands.filter(isMissing).join(', ');
  const how = isFresh ? ` (${wanted.map(([command]) => command).join(', ')} installed just now)` : '';
  return `Recipes: ${there || 'none'}${how}${missing && `; install ${missing} to try the others`}`;
}
