import { parseSource } from './parseSource.js';
import type { Source } from './Source.js';
import type { SyntaxNode } from './SyntaxNode.js';
import { walk } from './walk.js';

/** Globals by which code reaches a clock, randomness, the machine or the network. */
const impure = new Set(
  'performance crypto process setTimeout setInterval setImmediate queueMicrotask fetch console globalThis window document localStorage require'.split(
    ' ',
  ),
);

/** Finds what makes a source impure: a clock, randomness, timers, I/O. Core must have none; time and ids are arguments. */
export function impureProblems(source: Source): string[] {
  const problems: string[] = [];
  walk(parseSource(source), (node, parent, key) => {
    const name = impurity(node, parent, key);
    if (name) problems.push(`${source.path} must not use ${name}`);
  });
  return problems;
}

function impurity(
  node: SyntaxNode,
  parent: SyntaxNode | undefined,
  key: string | undefined,
): string | undefined {
  if (node.type === 'MemberExpression') {
    const path = `${nameOf(node.object)}.${nameOf(node.property)}`;
    return ['Date.now', 'Math.random'].includes(path) ? path : undefined;
  }
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'Date') return 'Date()';
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date') {
    return (node.arguments as unknown[]).length === 0 ? 'new Date()' : undefined;
  }
  if (node.type !== 'Identifier' || isLabel(parent, key)) return undefined;
  const name = nameOf(node);
  return name !== undefined && impure.has(name) ? name : undefined;
}

/** Whether an identifier only names a property, as `b` in `a.b` and in `{ b: 1 }`. */
function isLabel(parent: SyntaxNode | undefined, key: string | undefined): boolean {
  if (!parent || parent.computed === true) return false;
  return key === 'key' || (key === 'property' && parent.type === 'MemberExpression');
}

function nameOf(node: unknown): string | undefined {
  const name = typeof node === 'object' && node !== null && 'name' in node ? node.name : undefined;
  return typeof name === 'string' ? name : undefined;
}
