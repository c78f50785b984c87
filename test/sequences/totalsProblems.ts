import type { Field } from '../field/world/Field.js';
import type { Books } from './Books.js';

/** Compares the totals, as the API tells them, with the conversions. */
export async function totalsProblems(field: Field, books: Books): Promise<string[]> {
  const { conversions, revenue } = books;
  const problems: string[] = [];
  const expect = (what: string, found: number, expected: number) => {
    if (found !== expected) problems.push(`The totals say ${found} ${what}; it should be ${expected}.`);
  };
  const number = (type: string, code?: string) =>
    conversions.filter((one) => one.type === type && one.code === code).length;
  for (const code of ['bob', 'eve']) {
    const row = await field.totalsOf(code);
    expect(`signups of ${code}`, row.signups, number('signup', code));
    expect(`purchases of ${code}`, row.purchases, number('purchase', code));
    for (const currency of ['EUR', 'USD']) {
      const money = row.revenue.find((one) => one.currency === currency);
      expect(`${currency} of ${code}`, money?.minor ?? 0, revenue.get(`${code} ${currency}`) ?? 0);
    }
  }
  expect('direct purchases', (await field.direct()).purchases, number('purchase'));
  return problems;
}
