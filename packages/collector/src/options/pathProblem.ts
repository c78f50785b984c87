/** Segments of plain characters, none of which begins with a dot, and no slash at the end. */
const PLAIN = /^(\/[A-Za-z0-9_-][\w.~-]*)+$/;

/** What the collector answers at already, in any case of letters. */
const TAKEN = /^\/(admin|api|assets|e|healthz|l|metrics|r(-[^/]*)?\.js|readyz|robots\.txt|stats)(\/|$)/i;

/** Why a path cannot be given to the script or to events; undefined when it can. `standard` is the one that it has anyway. */
export function pathProblem(path: string, standard: string): string | undefined {
  if (!PLAIN.test(path)) {
    return `expected a plain path such as "${standard}": each part of A-Z a-z 0-9 _ . ~ -, and no slash at the end`;
  }
  if (path !== standard && TAKEN.test(path)) {
    return 'the collector answers at this path already; choose another';
  }
  return undefined;
}
