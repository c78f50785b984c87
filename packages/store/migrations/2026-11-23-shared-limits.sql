-- What each collector (`owner`) has taken of a rate limit in a minute (minutes since 1970); `key` is a hash that says nothing of an address. Of no use when the minute is over.
CREATE TABLE limits (
  minute INTEGER NOT NULL,
  key TEXT COLLATE "C" NOT NULL,
  owner UUID NOT NULL,
  taken BIGINT NOT NULL,
  PRIMARY KEY (minute, key, owner)
);
