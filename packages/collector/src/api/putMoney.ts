import type { Money } from '@reftally/core';
import type { JsonBytes } from '@reftally/store';

/** Writes a list of money. */
export function putMoney(json: JsonBytes, list: readonly Money[]): void {
  json.raw('[');
  for (let index = 0; index < list.length; index++) {
    const { currency, minor } = list[index] as Money;
    json.raw(index === 0 ? '{"currency":' : ',{"currency":');
    json.text(currency);
    json.raw(',"minor":');
    json.number(minor);
    json.raw('}');
  }
  json.raw(']');
}
