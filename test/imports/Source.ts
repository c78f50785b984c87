/** A source file of the project. */
export interface Source {
  /** Path from the project's root, with `/`: `packages/core/src/decide.ts`. */
  readonly path: string;
  readonly text: string;
}
