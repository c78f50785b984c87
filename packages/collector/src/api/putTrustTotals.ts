import type { TrustTotalsRow } from '@reftally/store';
import type { JsonBytes } from '../http/JsonBytes.js';
import { moneyList } from './moneyList.js';
import { putMoney } from './putMoney.js';
import { putNamed } from './putNamed.js';

/** Writes a row of the totals by trust: the JSON of `apiTrustTotals`. */
export function putTrustTotals(json: JsonBytes, row: TrustTotalsRow): void {
  putNamed(json, row);
  json.raw(',"trust":');
  json.text(row.trust);
  json.raw(',"purchases":');
  json.integer(row.purchases);
  json.raw(',"revenue":');
  putMoney(json, moneyList(row.revenue));
  json.raw('}');
}
