import type { JsonBytes, TotalsRow } from '@reftally/store';
import { putMoney } from './putMoney.js';
import { putNamed } from './putNamed.js';
import { putSums } from './putSums.js';

const NOTHING = {};

/** Writes a row of the totals: the JSON of `apiTotals`. */
export function putTotals(json: JsonBytes, row: TotalsRow): void {
  const { counts, commission } = row;
  putNamed(json, row);
  json.raw(',"clicks":');
  json.number(counts.clicks);
  json.raw(',"rawClicks":');
  json.number(counts.clicks + counts.uncounted);
  json.raw(',"pageviews":');
  json.number(counts.pageviews);
  json.raw(',"visitors":');
  json.number(counts.visitors);
  json.raw(',"signups":');
  json.number(counts.signups);
  json.raw(',"purchases":');
  json.number(counts.purchases);
  json.raw(',"refunds":');
  json.number(counts.refunds);
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
