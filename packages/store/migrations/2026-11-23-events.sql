-- Events and all that follows from them. Times in ms since 1970, money in minor units, bodies are the JSON of the type that is named.
-- Rows are locked in this order: events, orders, customers, refunds, visitors (for sales), conversions, accounts.

-- Places in the log: of two transactions that depend on each other the later one has the higher numbers, for it draws them under its locks.
CREATE SEQUENCE fact_places;

-- The log: a `Fact` a row, never changed; of one site to be read by seq. By month of `at`, when the fact was committed.
CREATE TABLE facts (
  site TEXT COLLATE "C" NOT NULL,
  seq BIGINT NOT NULL,
  at BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (site, seq, at)
) PARTITION BY RANGE (at);
CREATE TABLE facts_other PARTITION OF facts DEFAULT;

-- An event that has been taken. `claim` names the transaction; `conversion` is what it became or belongs to, `prior` the answer of a refund.
CREATE TABLE events (
  site TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  claim BIGINT NOT NULL,
  conversion TEXT COLLATE "C",
  prior TEXT,
  PRIMARY KEY (site, id)
);

-- `touches`: Touch[], oldest first; `latest` is when the last of them was.
CREATE TABLE visitors (
  site TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  latest BIGINT NOT NULL,
  touches TEXT NOT NULL,
  PRIMARY KEY (site, id)
);

-- The latest click (Click) of a client with a code, of no use two days after it was `decided`. A client is of one day, so it leads the key.
CREATE TABLE clicks (
  site TEXT COLLATE "C" NOT NULL,
  client TEXT COLLATE "C" NOT NULL,
  code TEXT COLLATE "C" NOT NULL,
  decided BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (site, client, code)
);

-- Somebody who signed up (`body`: Customer, `conversion`: what that is) or ordered; `orders` is how many of the orders stand.
CREATE TABLE customers (
  site TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  conversion TEXT COLLATE "C",
  orders INTEGER NOT NULL,
  body TEXT,
  PRIMARY KEY (site, id)
);

-- What a customer has brought a partner (CustomerTally).
CREATE TABLE customer_tallies (
  site TEXT COLLATE "C" NOT NULL,
  customer TEXT COLLATE "C" NOT NULL,
  partner TEXT COLLATE "C" NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (site, customer, partner)
);

-- `body`: Order; null while there is nothing but refunds that wait for it. `customer` is that of its conversion.
CREATE TABLE orders (
  site TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  conversion TEXT COLLATE "C",
  customer TEXT COLLATE "C",
  body TEXT,
  PRIMARY KEY (site, id)
);

-- A refund that counts or waits. `prior` is its answer; while it waits for its order, `waiting` is the event (Refund) and `place` when it came.
CREATE TABLE refunds (
  site TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  order_id TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  uid TEXT COLLATE "C" NOT NULL,
  prior TEXT NOT NULL,
  waiting TEXT,
  place BIGINT NOT NULL,
  PRIMARY KEY (site, id)
);
CREATE INDEX refunds_by_order ON refunds (site, order_id) WHERE waiting IS NOT NULL;
CREATE INDEX refunds_waiting ON refunds (site, at, uid) WHERE waiting IS NOT NULL;

-- `body`: Conversion. `review` is its ReviewState; `refunded` and `clawed_back` are those of its order.
CREATE TABLE conversions (
  site TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  partner TEXT COLLATE "C",
  review TEXT COLLATE "C",
  refunded BIGINT NOT NULL,
  clawed_back BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (site, id)
);
CREATE INDEX conversions_by_id ON conversions (id);
CREATE INDEX conversions_by_time ON conversions (site, at, id);
CREATE INDEX conversions_by_review ON conversions (site, review, at, id) WHERE review IS NOT NULL;
CREATE INDEX conversions_credited ON conversions (site, partner, at) WHERE partner IS NOT NULL;

-- Every partner who was a candidate for a conversion: who lost it may ask why.
CREATE TABLE candidates (
  site TEXT COLLATE "C" NOT NULL,
  partner TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  conversion TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (site, partner, at, conversion)
);

-- The end of a partner's chain: who holds its lock may add to the ledger.
CREATE TABLE accounts (
  site TEXT COLLATE "C" NOT NULL,
  partner TEXT COLLATE "C" NOT NULL,
  seq BIGINT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (site, partner)
);

-- `body`: ChainedEntry. `place` orders the entries of a site. Beside the chain, and following from it: `taken_by` is the payout that has it,
-- `in_review` whether a review of its conversion holds it, `day` the day of `at` in the site's zone.
CREATE TABLE ledger (
  site TEXT COLLATE "C" NOT NULL,
  partner TEXT COLLATE "C" NOT NULL,
  seq BIGINT NOT NULL,
  place BIGINT NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  type TEXT COLLATE "C" NOT NULL,
  conversion TEXT COLLATE "C",
  day TEXT COLLATE "C" NOT NULL,
  payable_at BIGINT NOT NULL,
  currency TEXT COLLATE "C" NOT NULL,
  minor BIGINT NOT NULL,
  taken_by TEXT COLLATE "C",
  in_review BOOLEAN NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (site, partner, seq)
);
CREATE INDEX ledger_by_place ON ledger (site, place);
CREATE INDEX ledger_by_conversion ON ledger (site, conversion) WHERE conversion IS NOT NULL;
CREATE INDEX ledger_taken ON ledger (site, taken_by) WHERE taken_by IS NOT NULL;
-- What no payout has taken: what of it is held, and what a payout would take.
CREATE INDEX ledger_free ON ledger (site, payable_at) INCLUDE (partner, day, currency, minor)
  WHERE taken_by IS NULL AND NOT in_review AND type <> 'payout';
CREATE INDEX ledger_payable ON ledger (site, partner, currency, payable_at) INCLUDE (minor)
  WHERE taken_by IS NULL AND NOT in_review AND type <> 'payout';

-- Sums of the ledger without payouts, by the day of the entries and once more by its month, and by where they stand: `free` (held until payable_at,
-- payable then), `review`, `taken`.
CREATE TABLE balances (
  site TEXT COLLATE "C" NOT NULL,
  partner TEXT COLLATE "C" NOT NULL,
  period TEXT COLLATE "C" NOT NULL,
  currency TEXT COLLATE "C" NOT NULL,
  stand TEXT COLLATE "C" NOT NULL,
  minor BIGINT NOT NULL,
  PRIMARY KEY (site, period, partner, currency, stand)
);

-- Adjustments made by hand (ChainedEntry), by the id that whoever made them chose.
CREATE TABLE adjustments (
  site TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (site, id)
);

CREATE TABLE payouts (
  site TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (site, id)
);
CREATE INDEX payouts_by_time ON payouts (site, created_at, id);

CREATE TABLE payout_partners (
  site TEXT COLLATE "C" NOT NULL,
  partner TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL,
  payout TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (site, partner, created_at, payout)
);

-- What commission rules look up of a partner (Tally), by month (`YYYY-MM`) and `ever`.
CREATE TABLE tallies (
  site TEXT COLLATE "C" NOT NULL,
  partner TEXT COLLATE "C" NOT NULL,
  period TEXT COLLATE "C" NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (site, partner, period)
);

-- The clients in which a partner has used its pages, of no use two days later.
CREATE TABLE seen_clients (
  site TEXT COLLATE "C" NOT NULL,
  partner TEXT COLLATE "C" NOT NULL,
  client TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (site, partner, client)
);

-- Totals, by period first, for all partners of a site are asked for at once. `slot` is a number of the process that counts, so that two of them do not wait for each other's rows: what counts is the sum over the slots.
-- `partner` is '' for direct, `period` a day and once more its month, `trust` '' for all and once more by trust, where a purchase has one.
CREATE TABLE counts (
  site TEXT COLLATE "C" NOT NULL,
  partner TEXT COLLATE "C" NOT NULL,
  period TEXT COLLATE "C" NOT NULL,
  trust TEXT COLLATE "C" NOT NULL,
  slot INTEGER NOT NULL,
  clicks BIGINT NOT NULL,
  uncounted BIGINT NOT NULL,
  pageviews BIGINT NOT NULL,
  visitors BIGINT NOT NULL,
  signups BIGINT NOT NULL,
  purchases BIGINT NOT NULL,
  refunds BIGINT NOT NULL,
  PRIMARY KEY (site, trust, period, partner, slot)
);

-- `revenue` and `discount` are null where there was none, which is not the same as zero.
CREATE TABLE sums (
  site TEXT COLLATE "C" NOT NULL,
  partner TEXT COLLATE "C" NOT NULL,
  period TEXT COLLATE "C" NOT NULL,
  trust TEXT COLLATE "C" NOT NULL,
  currency TEXT COLLATE "C" NOT NULL,
  slot INTEGER NOT NULL,
  revenue BIGINT,
  discount BIGINT,
  PRIMARY KEY (site, trust, period, partner, currency, slot)
);

CREATE TABLE refusals (
  site TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  reason TEXT COLLATE "C" NOT NULL,
  slot INTEGER NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY (site, day, reason, slot)
);

-- What a partner's links brought by hour (hours since 1970).
CREATE TABLE arrivals (
  site TEXT COLLATE "C" NOT NULL,
  partner TEXT COLLATE "C" NOT NULL,
  hour INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  raw INTEGER NOT NULL,
  visitors INTEGER NOT NULL,
  PRIMARY KEY (site, partner, hour, slot)
);
