import { formatAmount, type Payout } from '@reftally/core';
import { apiPayoutLines } from './apiPayoutLines.js';
import { apiTime } from './apiTime.js';

/** A payout as the API gives it, with the names of its partners; a partner (`own`) sees its own lines only, and no terms. */
export function apiPayout(payout: Payout, nameOf: (partner: string) => string, own?: string) {
  const { id, site, status, createdAt, exportedAt, paidAt, cancelledAt, terms } = payout;
  const lines = payout.lines.filter(({ partner }) => own === undefined || partner === own);
  return {
    id,
    site,
    status,
    createdAt: apiTime(createdAt),
    ...(exportedAt !== undefined && own === undefined && { exportedAt: apiTime(exportedAt) }),
    ...(paidAt !== undefined && { paidAt: apiTime(paidAt) }),
    ...(cancelledAt !== undefined && { cancelledAt: apiTime(cancelledAt) }),
    ...(own === undefined && { terms: apiTerms(terms) }),
    ...apiPayoutLines(lines, nameOf),
  };
}

function apiTerms({ currency, thresholds, partners }: Payout['terms']) {
  const amounts = Object.entries(thresholds ?? {}).map(([code, minor]) => [
    code,
    formatAmount({ currency: code, minor }),
  ]);
  return {
    ...(currency !== undefined && { currency }),
    ...(amounts.length > 0 && { threshold: Object.fromEntries(amounts) }),
    ...(partners && { partners }),
  };
}
