/** Nobody is the name of 65534 wherever there is a root whom PostgreSQL refuses. */
const NOBODY = 65_534;

/** As whom PostgreSQL's programs run, for `spawn`: as ourselves, and as nobody if we are root. */
export function postgresUser(): { uid?: number; gid?: number } {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}
