-- What groups of events have counted and is not in `counts` yet, where it is added up every second: by day, in the site's zone. Totals are `counts` and
-- this together, as of one moment. Rows are only added, and deleted all at once, so that there is nothing to look up by a key.
CREATE TABLE fresh_counts (
  site TEXT COLLATE "C" NOT NULL,
  partner TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  trust TEXT COLLATE "C" NOT NULL,
  clicks INTEGER NOT NULL,
  uncounted INTEGER NOT NULL,
  pageviews INTEGER NOT NULL,
  visitors INTEGER NOT NULL,
  signups INTEGER NOT NULL,
  purchases INTEGER NOT NULL,
  refunds INTEGER NOT NULL
);
-- For those who replicate the database by its log: without a key, deletes have to say what was there.
ALTER TABLE fresh_counts REPLICA IDENTITY FULL;
