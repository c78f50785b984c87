/** Methods by name, as a stub's calls name them. */
export interface Methods {
  [name: string]: (...args: never[]) => unknown;
}
