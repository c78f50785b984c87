/** What a shop puts into its pages, as it was chosen; see the collector. */
export type Snippet = {
  /** Of the script that the collector serves now. */
  version: string;
  /** One or two script elements, a line each. */
  html: string;
  /** What these need of a Content-Security-Policy, a directive each. */
  csp: string[];
};
