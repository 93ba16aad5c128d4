-- What articles say, as read: every row goes back to one article.
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  page_id TEXT NOT NULL,
  url TEXT,
  title TEXT,
  site TEXT,
  author TEXT,
  published TEXT,
  partial INTEGER NOT NULL,
  paywalled INTEGER NOT NULL,
  text TEXT NOT NULL,
  error TEXT,
  message TEXT,
  reader TEXT NOT NULL
) STRICT;

CREATE TABLE pages (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX pages_article ON pages (article_id, source);

CREATE TABLE signatures (
  article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  minhash BLOB NOT NULL
) STRICT;

CREATE TABLE records (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  award_id TEXT NOT NULL,
  programme TEXT NOT NULL,
  programme_name TEXT NOT NULL,
  edition INTEGER,
  region_code TEXT,
  region TEXT NOT NULL,
  level TEXT,
  province TEXT,
  province_code TEXT,
  scope TEXT,
  status TEXT NOT NULL,
  verdict TEXT NOT NULL
) STRICT;
CREATE INDEX records_article ON records (article_id);
CREATE INDEX records_award ON records (award_id, article_id, id);

CREATE TABLE statements (
  id TEXT PRIMARY KEY,
  record_id TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
  award_id TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  text TEXT,
  part TEXT,
  "start" INTEGER,
  "end" INTEGER,
  rule TEXT,
  inferred INTEGER
) STRICT;
CREATE INDEX statements_article ON statements (article_id);
CREATE INDEX statements_record ON statements (record_id);
CREATE INDEX statements_award ON statements (award_id, field, value, article_id);

CREATE TABLE findings (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  record_id TEXT REFERENCES records (id) ON DELETE CASCADE,
  award_id TEXT,
  "check" TEXT NOT NULL,
  verdict TEXT NOT NULL,
  stated TEXT,
  expected TEXT,
  unit TEXT,
  reason TEXT NOT NULL,
  sources TEXT NOT NULL,
  text TEXT,
  part TEXT,
  "start" INTEGER,
  "end" INTEGER
) STRICT;
CREATE INDEX findings_article ON findings (article_id);
CREATE INDEX findings_record ON findings (record_id);
CREATE INDEX findings_award ON findings (award_id);

CREATE TABLE figures (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  region_code TEXT,
  region TEXT NOT NULL,
  metric TEXT NOT NULL,
  op TEXT NOT NULL,
  value REAL NOT NULL,
  unit TEXT NOT NULL,
  as_of TEXT,
  text TEXT,
  part TEXT,
  "start" INTEGER,
  "end" INTEGER,
  rule TEXT,
  inferred INTEGER
) STRICT;
CREATE INDEX figures_article ON figures (article_id);
CREATE INDEX figures_region ON figures (region_code, metric);

CREATE TABLE criteria (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  programme TEXT NOT NULL,
  tier TEXT NOT NULL,
  metric TEXT NOT NULL,
  op TEXT NOT NULL,
  value REAL NOT NULL,
  unit TEXT NOT NULL,
  unless TEXT,
  alt INTEGER,
  text TEXT,
  part TEXT,
  "start" INTEGER,
  "end" INTEGER,
  rule TEXT,
  inferred INTEGER
) STRICT;
CREATE INDEX criteria_article ON criteria (article_id);

CREATE TABLE totals (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  programme TEXT NOT NULL,
  edition INTEGER,
  tier TEXT NOT NULL,
  count INTEGER NOT NULL,
  unit TEXT NOT NULL,
  scope TEXT,
  text TEXT,
  part TEXT,
  "start" INTEGER,
  "end" INTEGER,
  rule TEXT,
  inferred INTEGER
) STRICT;
CREATE INDEX totals_article ON totals (article_id);

CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  claim TEXT NOT NULL,
  text TEXT,
  part TEXT,
  "start" INTEGER,
  "end" INTEGER,
  rule TEXT,
  inferred INTEGER
) STRICT;
CREATE INDEX claims_article ON claims (article_id);

CREATE TABLE decisions (
  award_id TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  who TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (award_id, field)
) STRICT;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  finished TEXT,
  reader TEXT NOT NULL,
  read INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  failed INTEGER NOT NULL
) STRICT;
