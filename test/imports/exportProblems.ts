import { posix } from 'node:path';
import { parseSource } from './parseSource.js';
import type { Source } from './Source.js';
import type { SyntaxNode } from './SyntaxNode.js';

interface Export {
  readonly name: string;
  readonly isType: boolean;
}

/**
 * Finds what a source exports against the rule of one export a file, the file named after it. The types of one idea may
 * share its file. A file that is run may export the types of its messages, and `index.ts` only passes on.
 */
export function exportProblems(source: Source): string[] {
  const own = posix.basename(source.path).replace(/\.tsx?$/, '');
  if (own === 'index') return [];
  const statements = parseSource(source).body as SyntaxNode[];
  const exports = statements.flatMap(exportsOf);
  const values = exports.filter((one) => !one.isType);
  const isRun = statements.some((one) => one.type === 'ExpressionStatement');
  if (exports.length === 0 || (values.length === 0 && isRun)) return [];
  if (values.length > 1) return [`${source.path} exports ${values.map((one) => one.name).join(' and ')}`];
  if (exports.some((one) => one.name === own)) return [];
  return [`${source.path} is not named after its export ${(values[0] ?? exports[0])?.name}`];
}

function exportsOf(statement: SyntaxNode): Export[] {
  if (statement.type === 'ExportDefaultDeclaration') return [{ name: 'default', isType: false }];
  if (statement.type === 'ExportAllDeclaration')
    return [{ name: '*', isType: statement.exportKind === 'type' }];
  if (statement.type !== 'ExportNamedDeclaration') return [];
  const isType = statement.exportKind === 'type';
  const specifiers = statement.specifiers as { exported: { name: string }; exportKind: string }[];
  const listed = specifiers.map((one) => ({
    name: one.exported.name,
    isType: isType || one.exportKind === 'type',
  }));
  return [...listed, ...declaredNames(statement.declaration).map((name) => ({ name, isType }))];
}

function declaredNames(declaration: unknown): string[] {
  if (typeof declaration !== 'object' || declaration === null) return [];
  const { id, declarations } = declaration as {
    id?: { name: string };
    declarations?: { id: { name?: string } }[];
  };
  return id ? [id.name] : (declarations ?? []).map((one) => one.id.name ?? '(a pattern)');
}
