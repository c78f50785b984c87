/** The scheme of a URL only: what follows may hold a password. */
export function describeUrl(url: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0];
  return scheme ? `${scheme}…` : JSON.stringify(url);
}
