const GMAIL = new Set(['gmail.com', 'googlemail.com']);

/**
 * One spelling for all addresses that reach one mailbox: without white space around it, A–Z in lower case, what follows a plus sign in the
 * name off, and for Gmail the dots in the name off, too. Undefined for what is no address.
 */
export function normaliseEmail(address: string): string | undefined {
  const [, name = '', host] =
    /^(.+)@([^@]+)$/s.exec(address.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '').replace(/[A-Z]+/g, lower)) ?? [];
  if (host === undefined) return undefined;
  const plain = /^[^+]+/.exec(name)?.[0] ?? name;
  return GMAIL.has(host) ? `${plain.replaceAll('.', '') || plain}@gmail.com` : `${plain}@${host}`;
}

/** Other letters stay as they are: languages do not agree on them. */
function lower(letters: string): string {
  return letters.toLowerCase();
}
