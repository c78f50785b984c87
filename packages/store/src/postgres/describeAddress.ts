/** An address as it may be shown and logged: who, where and which database, but no password and no parameter. */
export function describeAddress(url: string): string {
  const { username, host, pathname } = new URL(url);
  return `postgres://${username && `${username}@`}${host}${pathname}`;
}
