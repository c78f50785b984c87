import type { SyntaxNode } from './SyntaxNode.js';
import { walk } from './walk.js';

/** One import, or export from elsewhere, of a source. */
export interface Import {
  readonly from: string;
  /** Whether nothing of it is left when the types are gone. */
  readonly typeOnly: boolean;
}

/** Finds all imports of a source: static, dynamic, re-exports, and `import('x').T` in types. */
export function importsOf(program: SyntaxNode): Import[] {
  const found: Import[] = [];
  walk(program, (node) => {
    if (!/^(Import(Declaration|Expression)|Export(Named|All)Declaration|TSImportType)$/.test(node.type))
      return;
    const source = node.source as { value?: unknown } | null | undefined;
    // An import whose address is computed could be anything, so it is reported as a name that nobody allows.
    if (source) found.push({ from: String(source.value ?? '(computed)'), typeOnly: isTypeOnly(node) });
  });
  return found;
}

function isTypeOnly(node: SyntaxNode): boolean {
  return node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type';
}
