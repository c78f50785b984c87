-- What an operator sets up. Times in ms since 1970; `body` is the JSON of the type that is named, and the columns beside it are what it is found by.

-- Site.
CREATE TABLE sites (
  id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  public_key TEXT COLLATE "C" NOT NULL,
  secret_hash TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL,
  body TEXT NOT NULL
);
CREATE UNIQUE INDEX sites_public_key ON sites (public_key);
CREATE INDEX sites_secret_hash ON sites (secret_hash);
CREATE INDEX sites_by_time ON sites (created_at, id);

-- Partner. `code` and `name` are what totals show of it.
CREATE TABLE partners (
  id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  site TEXT COLLATE "C" NOT NULL,
  code TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX partners_by_time ON partners (site, created_at, id);

-- Link. `key` is its code as codes are compared.
CREATE TABLE links (
  site TEXT COLLATE "C" NOT NULL,
  key TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  partner TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (site, key)
);
CREATE INDEX links_by_key ON links (key);
CREATE INDEX links_by_time ON links (site, created_at, id);
CREATE INDEX links_by_partner ON links (site, partner, created_at, id);

-- Token, until somebody takes it or it has expired.
CREATE TABLE tokens (
  kind TEXT COLLATE "C" NOT NULL,
  hash TEXT COLLATE "C" NOT NULL,
  expires_at BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, hash)
);
CREATE INDEX tokens_by_time ON tokens (expires_at);

-- ExistingCustomer.
CREATE TABLE existing_customers (
  site TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  imported_at BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (site, id)
);
CREATE INDEX existing_customers_by_time ON existing_customers (site, imported_at, id);

-- Transactions that have been committed and whose answer may have been lost: whoever tries one again finds it here. Of no use a day later.
CREATE TABLE commits (
  id UUID NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL
);
CREATE INDEX commits_by_time ON commits (at);
