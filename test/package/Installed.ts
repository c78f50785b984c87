/** The SDK as somebody who installs it from a registry has it: packed, and put into an empty folder. */
export interface Installed {
  /** The folder with its own `node_modules`; outside of this project. */
  readonly folder: string;
  readonly tarball: string;
  /** The packed files with their sizes (bytes). */
  readonly files: readonly { readonly path: string; readonly size: number }[];
  /** Deletes the folder. */
  remove(): Promise<void>;
}
