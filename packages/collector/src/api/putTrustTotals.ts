import type { JsonBytes, TrustTotalsRow } from '@reftally/store';
import { putNamed } from './putNamed.js';
import { putSums } from './putSums.js';

/** Writes a row of the totals by trust: the JSON of `apiTrustTotals`. */
export function putTrustTotals(json: JsonBytes, row: TrustTotalsRow): void {
  putNamed(json, row);
  json.raw(',"trust":');
  json.text(row.trust);
  json.raw(',"purchases":');
  json.number(row.purchases);
  json.raw(',"revenue":');
  putSums(json, row.revenue);
  json.raw('}');
}
