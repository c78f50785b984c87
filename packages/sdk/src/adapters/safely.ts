/** Runs what reads the host page, and never throws into it. */
export const safely = (run: () => void): void => {
  try {
    run();
  } catch {
    // An adapter that cannot read the page has nothing to say.
  }
};
