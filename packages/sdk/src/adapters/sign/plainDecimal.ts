/** An amount without needless zeros, so that 49.9 and '49.90' are signed alike. Throws a `TypeError` on what is no plain decimal. */
export function plainDecimal(amount: number | string): string {
  const [, whole, decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(String(amount)) ?? [];
  if (whole === undefined) throw new TypeError('amount: expected a decimal of zero or more such as "49.99"');
  const rest = decimals.replace(/0+$/, '');
  return whole.replace(/^0+(?=\d)/, '') + (rest && `.${rest}`);
}
