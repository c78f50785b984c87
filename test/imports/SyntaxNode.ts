/** A node of the syntax tree of a source, as far as the checks look at it. */
export interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}
