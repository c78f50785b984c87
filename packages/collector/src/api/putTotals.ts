import type { TotalsRow } from '@reftally/store';
import type { JsonBytes } from '../http/JsonBytes.js';
import { putMoney } from './putMoney.js';
import { putNamed } from './putNamed.js';
import { putSums } from './putSums.js';

const NOTHING = {};

/** Writes a row of the totals: the JSON of `apiTotals`. */
export function putTotals(json: JsonBytes, row: TotalsRow): void {
  const { counts, commission } = row;
  putNamed(json, row);
  json.raw(',"clicks":');
  json.integer(counts.clicks);
  json.raw(',"rawClicks":');
  json.integer(counts.clicks + counts.uncounted);
  json.raw(',"pageviews":');
  json.integer(counts.pageviews);
  json.raw(',"visitors":');
  json.integer(counts.visitors);
  json.raw(',"signups":');
  json.integer(counts.signups);
  json.raw(',"purchases":');
  json.integer(counts.purchases);
  json.raw(',"refunds":');
  json.integer(counts.refunds);
  json.raw(',"revenue":');
  putSums(json, counts.revenue);
  json.raw(',"discounts":');
  putSums(json, counts.discounts ?? NOTHING);
  json.raw(',"commission":{"held":');
  putMoney(json, commission.held);
  json.raw(',"payable":');
  putMoney(json, commission.payable);
  json.raw(',"paid":');
  putMoney(json, commission.paid);
  json.raw('}}');
}
