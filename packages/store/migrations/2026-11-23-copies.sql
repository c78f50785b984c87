-- How far a copy into this database is: one row, `id` 'copy', while and after the database is filled by one. `place` is where the source goes on.
CREATE TABLE copies (
  id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  source TEXT COLLATE "C" NOT NULL,
  place TEXT NOT NULL,
  facts BIGINT NOT NULL,
  events BIGINT NOT NULL,
  finished BOOLEAN NOT NULL
);
