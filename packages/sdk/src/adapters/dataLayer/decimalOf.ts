/**
 * An amount as a decimal text: a text as it is, a number as the shortest decimal that names it. Where that has more than
 * the 15 digits that a double keeps, it is the noise of a sum (`0.1 + 0.2`) and no price: the 15 digits are what was meant.
 */
export const decimalOf = (value: unknown): `${number}` | undefined => {
  const text = typeof value === 'number' ? `${+value.toPrecision(15)}` : value;
  return typeof text === 'string' && text.trim() ? (text.trim() as `${number}`) : undefined;
};
