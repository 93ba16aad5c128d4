-- What follows from the statements: made anew by every resolve step, in one transaction.
CREATE TABLE editions (
  programme TEXT NOT NULL,
  edition INTEGER NOT NULL,
  date TEXT,
  venue TEXT,
  facts TEXT NOT NULL,
  PRIMARY KEY (programme, edition)
) STRICT;

CREATE TABLE tiers (
  programme TEXT NOT NULL,
  tier TEXT NOT NULL,
  name TEXT NOT NULL,
  height INTEGER NOT NULL,
  PRIMARY KEY (programme, tier)
) STRICT;

CREATE TABLE official_totals (
  programme TEXT NOT NULL,
  edition INTEGER NOT NULL,
  tier TEXT NOT NULL,
  unit TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (programme, edition, tier, unit)
) STRICT;

CREATE TABLE copies (
  article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  family TEXT NOT NULL
) STRICT;

CREATE TABLE awards (
  id TEXT PRIMARY KEY,
  programme TEXT NOT NULL,
  programme_name TEXT NOT NULL,
  edition INTEGER,
  region_code TEXT,
  region TEXT NOT NULL,
  level TEXT,
  province TEXT,
  province_code TEXT,
  scope TEXT,
  tier TEXT,
  status TEXT NOT NULL,
  score REAL,
  rank INTEGER,
  date TEXT,
  venue TEXT,
  venue_city TEXT,
  official_name TEXT,
  official_role TEXT,
  on_behalf_of_name TEXT,
  on_behalf_of_role TEXT,
  presenter TEXT,
  presenter_role TEXT,
  organizer TEXT,
  verdict TEXT NOT NULL,
  articles INTEGER NOT NULL,
  independent_sources INTEGER NOT NULL,
  conflicts INTEGER NOT NULL
) STRICT;
CREATE INDEX awards_order ON awards (programme, edition, region_code, region, scope, id);
CREATE INDEX awards_region ON awards (region_code);

CREATE TABLE preferred (
  award_id TEXT NOT NULL REFERENCES awards (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  why TEXT NOT NULL,
  independent_sources INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  PRIMARY KEY (award_id, field)
) STRICT;

CREATE TABLE conflicts (
  id TEXT PRIMARY KEY,
  award_id TEXT NOT NULL REFERENCES awards (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  preferred TEXT NOT NULL,
  preferred_articles TEXT NOT NULL,
  preferred_quote TEXT,
  value TEXT NOT NULL,
  value_articles TEXT NOT NULL,
  value_quote TEXT,
  why TEXT NOT NULL,
  settled_by TEXT
) STRICT;
CREATE INDEX conflicts_award ON conflicts (award_id, field, value);

CREATE TABLE persons (
  id TEXT PRIMARY KEY,
  region_code TEXT,
  region TEXT NOT NULL,
  role TEXT,
  name TEXT NOT NULL,
  variants TEXT NOT NULL,
  articles INTEGER NOT NULL
) STRICT;
CREATE INDEX persons_region ON persons (region_code);
