import type { SyntaxNode } from './SyntaxNode.js';

/** Visits a node and all nodes beneath it, each with its parent and the parent's key for it. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent?: SyntaxNode, key?: string) => void,
  parent?: SyntaxNode,
  at?: string,
): void {
  visit(node, parent, at);
  for (const [key, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit, node, key);
    }
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
