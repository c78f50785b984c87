import { parseAst } from 'vitest/node';
import type { Source } from './Source.js';
import type { SyntaxNode } from './SyntaxNode.js';

/** Parses a source into its syntax tree. Throws when it is not TypeScript. */
export function parseSource({ path, text }: Source): SyntaxNode {
  return parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as SyntaxNode;
}
