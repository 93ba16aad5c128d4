-- Views for people: made anew whenever the schema moves on.
CREATE VIEW award_list AS
  SELECT programme_name AS award, edition, region, province, scope, tier, status, date, venue,
         official_name, official_role, presenter, verdict, independent_sources, conflicts, id AS award_id
  FROM awards ORDER BY programme, edition, region_code, region, scope;

CREATE VIEW statement_list AS
  SELECT r.programme, r.edition, r.region, r.scope, s.field, s.value, s.text AS quotation,
         (SELECT min(p.source) FROM pages p WHERE p.article_id = s.article_id) AS source,
         a.url, a.published, s.rule, s.award_id, s.article_id
  FROM statements s JOIN records r ON r.id = s.record_id JOIN articles a ON a.id = s.article_id;

CREATE VIEW conflict_list AS
  SELECT a.programme, a.edition, a.region, c.field, c.preferred, c.preferred_quote, c.value, c.value_quote,
         c.why, c.settled_by, c.award_id
  FROM conflicts c JOIN awards a ON a.id = c.award_id;

CREATE VIEW article_list AS
  SELECT a.id, (SELECT min(p.source) FROM pages p WHERE p.article_id = a.id) AS source,
         a.url, a.title, a.site, a.author, a.published, coalesce(c.family, a.id) AS family,
         (SELECT count(DISTINCT award_id) FROM records r WHERE r.article_id = a.id) AS awards, a.error
  FROM articles a LEFT JOIN copies c ON c.article_id = a.id;

CREATE VIEW coverage_list AS
  SELECT t.programme, t.edition, t.tier, t.unit, t.count AS official,
         (SELECT count(*) FROM awards a
           WHERE a.programme = t.programme AND a.edition = t.edition AND a.scope IS NULL
             AND a.status <> 'announced' AND (t.tier = 'all' OR a.tier = t.tier)
             AND (t.unit = 'daerah' OR a.level = t.unit
                  OR (t.unit = 'kabupaten/kota' AND a.level IN ('kabupaten', 'kota')))) AS found
  FROM official_totals t;
