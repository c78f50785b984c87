/** The paths of what a shop's pages use, beside the standard ones. */
export type Paths = {
  /** Of the script, such as `/r.js`. */
  script: string;
  /** To which events are sent, such as `/e`. */
  collect: string;
};
