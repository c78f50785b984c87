-- Up to when (ms, exclusive) a site has forgotten the ids of visits and touches (Forgotten); null: nothing.
ALTER TABLE sites ADD COLUMN forgotten_ids BIGINT, ADD COLUMN forgotten_touches BIGINT;

-- What stays of the log of months that are forgotten: facts without visits, and without what was raw in events.
CREATE TABLE facts_kept (
  site TEXT COLLATE "C" NOT NULL,
  seq BIGINT NOT NULL,
  at BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (site, seq, at)
);

-- From now on `at` of an event that could come again as if it were new is the largest time there is: its id is never forgotten.
UPDATE events AS e SET at = 9007199254740991 FROM facts AS f
  WHERE e.site = f.site AND e.id = f.body::json->'outcome'->'event'->>'id'
    AND f.body::json->'outcome'->'event'->>'trust' <> 'browser'
    AND f.body::json->'outcome'->'event'->>'type' <> 'click'
    AND f.body::json->'outcome'->'event'->>'dated' IS NULL;
