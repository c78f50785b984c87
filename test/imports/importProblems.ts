import { posix } from 'node:path';
import { type Arrows, arrows } from './arrows.js';
import { type Import, importsOf } from './importsOf.js';
import { parseSource } from './parseSource.js';
import type { Source } from './Source.js';

/**
 * Finds the imports of a source that the design forbids, in words. `dependencies` are the names that its package
 * declares; the project's own packages are never among what those allow.
 */
export function importProblems(source: Source, dependencies: readonly string[]): string[] {
  const folder = Object.keys(arrows).find((name) => source.path.startsWith(`${name}/`));
  const rule = folder === undefined ? undefined : arrows[folder];
  if (folder === undefined || !rule) return [`${source.path} lies in no folder of the design`];
  return importsOf(parseSource(source))
    .filter((one) => !isAllowed(one, rule, dependencies) && !isOwnFile(one, source, folder))
    .map((one) => `${source.path} must not import ${one.typeOnly ? 'types from ' : ''}${one.from}`);
}

function isOwnFile({ from }: Import, source: Source, folder: string): boolean {
  if (!from.startsWith('.') || !from.endsWith('.js')) return false;
  return posix.join(posix.dirname(source.path), from).startsWith(`${folder}/`);
}

function isAllowed({ from, typeOnly }: Import, rule: Arrows, dependencies: readonly string[]): boolean {
  if (from.startsWith('node:')) return rule.node;
  if (rule.values.includes(from)) return true;
  if (typeOnly && rule.types.includes(from)) return true;
  if (!rule.dependencies || from.startsWith('@reftally/')) return false;
  return dependencies.some((name) => from === name || from.startsWith(`${name}/`));
}
