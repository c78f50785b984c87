const TRUST: Record<string, string> = {
  browser: 'Reported by the customer’s browser.',
  signed: 'Reported by the browser and signed by the shop.',
  server: 'Reported by the shop’s server.',
  reconciled: 'Checked against the shop’s own orders.',
};

/** How far an amount can be believed, in a sentence; empty for a grade that is new to this page. */
export function trustText(trust: string): string {
  return TRUST[trust] ?? '';
}
