import { fields } from '@reftally/core';
import { z } from 'zod';
import { resolveScope } from '../auth/resolveScope.js';
import { HttpError } from '../http/HttpError.js';
import { parseInput } from '../http/parseInput.js';
import type { RouteHandler } from '../http/route.js';
import { strictShape } from '../http/strictShape.js';
import type { Services } from '../Services.js';
import { sepaFile } from '../sepa/sepaFile.js';
import { payeesOf } from './payeesOf.js';
import { type Payment, payoutCsv } from './payoutCsv.js';
import { paypalFile } from './paypalFile.js';
import { principalOf } from './principalOf.js';
import { sendCsv } from './sendCsv.js';

const body = strictShape({
  site: z.string().optional(),
  format: z.enum(['csv', 'paypal', 'sepa'], { error: 'expected "csv", "paypal" or "sepa"' }).default('csv'),
  currency: fields.currency.optional(),
});

/** `POST /payouts/ID/export`: the payments as a file. From then on the payout cannot be cancelled: somebody may be sending the money. */
export function exportPayout({ store, clock }: Services): RouteHandler {
  return async (req, res) => {
    const { site: named, format, currency } = parseInput(body, req.body ?? {});
    const { site } = await resolveScope(principalOf(res), 'payouts:write', { site: named }, store);
    const id = String(req.params.id);
    const payout = await store.payout(site.id, id);
    if (!payout) throw new HttpError(404, 'not-found', `Site "${site.id}" has no payout "${id}".`);
    const payees = await payeesOf(payout.lines, store);
    const payments = payout.lines.flatMap((line): Payment[] => {
      const payee = payees.get(line.partner);
      return payee && (currency ?? line.currency) === line.currency ? [{ payout: id, line, payee }] : [];
    });
    // Made before the payout is marked: a file that nobody can have must not keep it from being cancelled.
    const now = clock();
    const at = payout.exportedAt ?? payout.paidAt ?? now;
    const file =
      format === 'paypal'
        ? paypalFile(payments)
        : format === 'sepa' && (await sepaFile(payments, { site, payout: id, at }));
    await store.changePayout(site.id, id, 'exported', now);
    const name = `payout-${id}${currency ? `-${currency}` : ''}`;
    if (!file) return sendCsv(res, name, payoutCsv, [payments]);
    const [type, ending] = format === 'sepa' ? ['application/xml', 'xml'] : ['text/csv', 'csv'];
    res.type(type).attachment(`${name}-${format}.${ending}`).send(file);
  };
}
