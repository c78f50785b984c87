import type { JsonBytes } from '@reftally/store';

/** Writes sums by currency (minor units): the JSON of `moneyList`, whose lists would be garbage at once. */
export function putSums(json: JsonBytes, sums: Readonly<Record<string, number>>): void {
  const currencies = Object.keys(sums).sort();
  json.raw('[');
  for (let index = 0; index < currencies.length; index++) {
    const currency = currencies[index] ?? '';
    json.raw(index === 0 ? '{"currency":' : ',{"currency":');
    json.text(currency);
    json.raw(',"minor":');
    json.number(sums[currency] ?? 0);
    json.raw('}');
  }
  json.raw(']');
}
