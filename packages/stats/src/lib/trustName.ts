const NAMES: Record<string, string> = {
  browser: 'browser only',
  signed: 'signed by the shop',
  server: 'from the shop’s server',
  reconciled: 'checked in the books',
};

/** How far an amount can be believed, in a few words beside it. */
export function trustName(trust: string): string {
  return NAMES[trust] ?? trust;
}
