import { addSiteRows } from '../record/addSiteRows.js';
import type { PartialSite } from '../record/PartialSite.js';
import { Rows } from '../record/Rows.js';
import { SiteChanges } from '../record/SiteChanges.js';

/** The rows that say what a review has changed of a conversion, and of its order and customer. */
export function reviewedRows(partial: PartialSite, id: string): Rows {
  const rows = new Rows();
  const changes = new SiteChanges();
  changes.conversions.add(id);
  const orderId = partial.state.conversions.get(id)?.conversion.orderId;
  if (orderId !== undefined) changes.orders.add(orderId);
  addSiteRows(rows, partial, changes);
  return rows;
}
