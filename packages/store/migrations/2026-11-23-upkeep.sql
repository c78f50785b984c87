-- What collectors share out among themselves. Times in ms since 1970.

-- Who counts totals in which slot: each collector takes the lowest that is free, so that there are no more rows to add up than collectors.
CREATE TABLE slots (
  slot INTEGER NOT NULL PRIMARY KEY,
  owner UUID NOT NULL,
  until BIGINT NOT NULL
);

-- When something was done last that one of them has to do now and then.
CREATE TABLE chores (
  name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  done_at BIGINT NOT NULL
);
