-- Totals of a year in one row a partner, and what is payable without looking at each line that is held.
SET LOCAL work_mem = '256MB';

INSERT INTO counts (site, partner, period, trust, slot, clicks, uncounted, pageviews, visitors, signups, purchases, refunds)
  SELECT site, partner, left(period, 4), trust, slot, sum(clicks), sum(uncounted), sum(pageviews), sum(visitors), sum(signups), sum(purchases), sum(refunds)
    FROM counts WHERE length(period) = 7 GROUP BY site, partner, left(period, 4), trust, slot;

INSERT INTO sums (site, partner, period, trust, currency, slot, revenue, discount)
  SELECT site, partner, left(period, 4), trust, currency, slot, sum(revenue), sum(discount)
    FROM sums WHERE length(period) = 7 GROUP BY site, partner, left(period, 4), trust, currency, slot;

-- `matured`: payable_at has passed, and `balances` have it as `free`; set some time after that moment.
ALTER TABLE ledger ADD COLUMN matured BOOLEAN NOT NULL DEFAULT false;
DROP INDEX ledger_free;
UPDATE ledger SET matured = true
  WHERE payable_at <= extract(epoch FROM now()) * 1000 AND taken_by IS NULL AND NOT in_review AND type <> 'payout';
-- What has become payable and is not marked yet; and what is marked although it is not payable yet at the time of who asks.
CREATE INDEX ledger_unmarked ON ledger (site, payable_at) INCLUDE (partner, day, currency, minor)
  WHERE NOT matured AND taken_by IS NULL AND NOT in_review AND type <> 'payout';
CREATE INDEX ledger_marked ON ledger (site, payable_at) INCLUDE (partner, day, currency, minor)
  WHERE matured AND taken_by IS NULL AND NOT in_review AND type <> 'payout';

-- Sums of the ledger without payouts, by the day of the entries and once more by its month and its year, and by where they stand: `waiting` (not
-- matured), `free` (matured), `review` (held by one), `taken` (by a payout).
ALTER TABLE balances RENAME TO old_balances;
ALTER INDEX balances_pkey RENAME TO old_balances_pkey;
CREATE TABLE balances (
  site TEXT COLLATE "C" NOT NULL,
  partner TEXT COLLATE "C" NOT NULL,
  period TEXT COLLATE "C" NOT NULL,
  currency TEXT COLLATE "C" NOT NULL,
  waiting BIGINT NOT NULL,
  free BIGINT NOT NULL,
  review BIGINT NOT NULL,
  taken BIGINT NOT NULL,
  PRIMARY KEY (site, period, partner, currency)
);
INSERT INTO balances (site, partner, period, currency, waiting, free, review, taken)
  SELECT site, partner, p.period, currency, coalesce(sum(minor) FILTER (WHERE stand = 'free'), 0), 0,
      coalesce(sum(minor) FILTER (WHERE stand = 'review'), 0), coalesce(sum(minor) FILTER (WHERE stand = 'taken'), 0)
    FROM old_balances AS b CROSS JOIN LATERAL (
      SELECT b.period UNION ALL SELECT left(b.period, 4) WHERE length(b.period) = 7) AS p (period)
    GROUP BY site, p.period, partner, currency ORDER BY site, p.period, partner, currency;
INSERT INTO balances AS b (site, partner, period, currency, waiting, free, review, taken)
  SELECT site, partner, p.period, currency, -sum(minor), sum(minor), 0, 0
    FROM ledger CROSS JOIN LATERAL (VALUES (day), (left(day, 7)), (left(day, 4))) AS p (period)
    WHERE matured GROUP BY site, p.period, partner, currency
  ON CONFLICT (site, period, partner, currency) DO UPDATE SET waiting = b.waiting + EXCLUDED.waiting, free = b.free + EXCLUDED.free;
DROP TABLE old_balances;
