/** What a shop puts into its pages. */
export type Snippet = {
  /** Id of the site. */
  site: string;
  /** Version of the script that the collector serves now. */
  version: string;
  /** Its Subresource Integrity. */
  integrity: string;
  /** Addresses of the script as it was chosen, and of where events go. */
  src: string;
  endpoint: string;
  /** One or two script elements, a line each. */
  html: string;
  /** What these need of a Content-Security-Policy, a directive each. */
  csp: string[];
};
