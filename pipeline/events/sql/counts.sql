WITH parts AS (
  SELECT
    c.claim_id,
    c.event_source,
    c.measure,
    c.day_first,
    c.day_last,
    c.area_kind,
    c.area_iso3,
    c.area_key,
    p.definition,
    p.part,
    p.event_kind,
    p.least_closeness,
    p.least_sureness,
    p.anywhere,
    p.deaths
  FROM claims c
  INNER JOIN claim_parts p ON p.claim_id = c.claim_id
),
questions AS (
  SELECT
    claim_id, event_source, measure, day_first, day_last, area_kind, area_iso3, area_key, event_kind,
    MAX(anywhere) AS anywhere,
    MIN(least_closeness) AS least_closeness
  FROM parts
  GROUP BY claim_id, event_source, measure, day_first, day_last, area_kind, area_iso3, area_key, event_kind
),
named AS (
  SELECT s.event_source, s.names, a.actor_id, a.family_id, a.day_first, a.day_last, a.iso3
  FROM (
    SELECT event_source, CONCAT('; ', COALESCE(actor_a, ''), '; ', COALESCE(assoc_a, ''), '; ') AS names
    FROM (SELECT DISTINCT event_source, actor_a, assoc_a FROM events) a
    UNION
    SELECT event_source, CONCAT('; ', COALESCE(actor_b, ''), '; ', COALESCE(assoc_b, ''), '; ') AS names
    FROM (SELECT DISTINCT event_source, actor_b, assoc_b FROM events) b
  ) s
  INNER JOIN aliases a ON a.event_source = s.event_source
  WHERE POSITION(CONCAT('; ', a.name, '; ') IN s.names) > 0
),
parties AS (
  SELECT
    f.claim_id,
    n.event_source,
    n.names,
    n.day_first,
    n.day_last,
    n.iso3,
    c.has_related,
    MAX(CASE WHEN f.party <> 'actor' THEN 0 WHEN n.actor_id = f.actor_id THEN 2 ELSE 1 END) AS as_actor,
    MAX(CASE WHEN f.party <> 'related' THEN 0 WHEN n.actor_id = f.actor_id THEN 2 ELSE 1 END) AS as_related
  FROM named n
  INNER JOIN claim_families f ON f.event_source = n.event_source AND f.family_id = n.family_id
  INNER JOIN claims c
    ON c.claim_id = f.claim_id AND c.event_source = f.event_source
    AND n.day_first <= c.day_last AND n.day_last >= c.day_first
  GROUP BY f.claim_id, n.event_source, n.names, n.day_first, n.day_last, n.iso3, c.has_related
),
askers AS (
  SELECT
    q.*,
    p.names,
    p.day_first AS name_first,
    p.day_last AS name_last,
    p.iso3 AS name_iso3,
    p.has_related,
    p.as_actor,
    p.as_related
  FROM parties p
  INNER JOIN questions q ON q.claim_id = p.claim_id AND q.event_source = p.event_source
),
faces AS (
  SELECT 'a' AS face
  UNION ALL
  SELECT 'b' AS face
),
facing AS (
  SELECT
    e.*,
    f.face,
    CASE f.face
      WHEN 'a' THEN CONCAT('; ', COALESCE(e.actor_a, ''), '; ', COALESCE(e.assoc_a, ''), '; ')
      ELSE CONCAT('; ', COALESCE(e.actor_b, ''), '; ', COALESCE(e.assoc_b, ''), '; ')
    END AS names
  FROM events e
  CROSS JOIN faces f
),
met AS (
  SELECT
    q.claim_id,
    q.event_source,
    e.event_id,
    q.event_kind,
    q.has_related,
    CASE e.face WHEN 'a' THEN q.as_actor ELSE 0 END AS actor_a,
    CASE e.face WHEN 'b' THEN q.as_actor ELSE 0 END AS actor_b,
    CASE e.face WHEN 'a' THEN q.as_related ELSE 0 END AS related_a,
    CASE e.face WHEN 'b' THEN q.as_related ELSE 0 END AS related_b,
    e.day_first AS event_first,
    e.day_last AS event_last,
    COALESCE(e.where_prec, 1) AS where_prec,
    e.iso3,
    e.admin1_key,
    CASE q.measure WHEN 'units' THEN e.admin1 WHEN 'countries' THEN e.country ELSE NULL END AS written,
    COALESCE(e.deaths_low, e.deaths_best, 0) AS deaths_low,
    COALESCE(e.deaths_best, 0) AS deaths_best,
    COALESCE(e.deaths_high, e.deaths_best, 0) AS deaths_high
  FROM facing e
  INNER JOIN askers q
    ON q.event_source = e.event_source AND q.names = e.names AND q.event_kind = e.event_kind
    AND q.name_first <= e.day_last AND q.name_last >= e.day_first AND (q.name_iso3 IS NULL OR q.name_iso3 = e.iso3)
    AND e.day_first <= q.day_last AND e.day_last >= q.day_first
    AND (
      q.anywhere = 1 OR q.area_kind = 'world' OR e.iso3 IS NULL OR e.where_prec = 7
      OR (e.iso3 = q.area_iso3 AND (q.area_key IS NULL OR e.admin1_key IS NULL OR e.where_prec >= 5 OR e.admin1_key = q.area_key))
    )
),
roles AS (
  SELECT
    claim_id,
    event_source,
    event_id,
    event_kind,
    has_related,
    event_first,
    event_last,
    where_prec,
    iso3,
    admin1_key,
    written,
    deaths_low,
    deaths_best,
    deaths_high,
    MAX(actor_a) AS actor_a,
    MAX(actor_b) AS actor_b,
    MAX(related_a) AS related_a,
    MAX(related_b) AS related_b
  FROM met
  GROUP BY
    claim_id, event_source, event_id, event_kind, has_related, event_first, event_last, where_prec, iso3, admin1_key,
    written, deaths_low, deaths_best, deaths_high
),
found AS (
  SELECT
    claim_id,
    event_source,
    event_kind,
    CASE
      WHEN has_related = 0 THEN GREATEST(actor_a, actor_b)
      ELSE GREATEST(LEAST(actor_a, related_b), LEAST(actor_b, related_a))
    END AS closeness,
    event_first, event_last, where_prec, iso3, admin1_key, written, deaths_low, deaths_best, deaths_high,
    0 AS is_apart
  FROM roles
  UNION ALL
  SELECT
    q.claim_id,
    q.event_source,
    q.event_kind,
    0 AS closeness,
    e.day_first AS event_first,
    e.day_last AS event_last,
    COALESCE(e.where_prec, 1) AS where_prec,
    e.iso3,
    e.admin1_key,
    CASE q.measure WHEN 'units' THEN e.admin1 WHEN 'countries' THEN e.country ELSE NULL END AS written,
    COALESCE(e.deaths_low, e.deaths_best, 0) AS deaths_low,
    COALESCE(e.deaths_best, 0) AS deaths_best,
    COALESCE(e.deaths_high, e.deaths_best, 0) AS deaths_high,
    1 AS is_apart
  FROM events e
  INNER JOIN questions q
    ON q.event_source = e.event_source AND q.event_kind = e.event_kind AND q.least_closeness = 0
    AND e.day_first <= q.day_last AND e.day_last >= q.day_first
    AND (
      q.anywhere = 1 OR q.area_kind = 'world' OR e.iso3 IS NULL OR e.where_prec = 7
      OR (e.iso3 = q.area_iso3 AND (q.area_key IS NULL OR e.admin1_key IS NULL OR e.where_prec >= 5 OR e.admin1_key = q.area_key))
    )
),
asked AS (
  SELECT
    p.claim_id,
    p.event_source,
    p.measure,
    p.day_first,
    p.day_last,
    p.area_kind,
    p.area_iso3,
    p.area_key,
    p.definition,
    p.part,
    p.least_closeness,
    p.least_sureness,
    p.anywhere,
    p.deaths,
    f.closeness,
    f.event_first,
    f.event_last,
    f.where_prec,
    f.iso3,
    f.admin1_key,
    f.written,
    f.deaths_low,
    f.deaths_best,
    f.deaths_high
  FROM found f
  INNER JOIN parts p
    ON p.claim_id = f.claim_id AND p.event_source = f.event_source AND p.event_kind = f.event_kind
    AND ((f.is_apart = 0 AND f.closeness > 0) OR (f.is_apart = 1 AND p.least_closeness = 0))
),
placed AS (
  SELECT
    claim_id,
    event_source,
    definition,
    part,
    least_sureness,
    closeness,
    CASE
      WHEN least_closeness = 0 AND closeness = 0 THEN 1
      WHEN least_closeness > 0 AND closeness >= least_closeness THEN 1
      ELSE 0
    END AS is_party,
    LEAST(
      CASE WHEN event_first >= day_first AND event_last <= day_last THEN 2 ELSE 1 END,
      CASE
        WHEN anywhere = 1 OR area_kind = 'world' THEN 2
        WHEN area_kind = 'country' AND (iso3 IS NULL OR where_prec = 7) THEN 1
        WHEN area_kind = 'country' AND iso3 = area_iso3 THEN 2
        WHEN area_kind = 'country' THEN 0
        WHEN iso3 <> area_iso3 AND where_prec < 7 THEN 0
        WHEN admin1_key IS NULL OR where_prec >= 5 THEN 1
        WHEN admin1_key = area_key THEN 2
        ELSE 0
      END,
      CASE
        WHEN measure = 'units' AND (admin1_key IS NULL OR where_prec >= 5) THEN 1
        WHEN measure = 'countries' AND (iso3 IS NULL OR where_prec = 7) THEN 1
        ELSE 2
      END
    ) AS sureness,
    CASE
      WHEN measure = 'units' AND iso3 = area_iso3 THEN admin1_key
      WHEN measure = 'countries' THEN iso3
      ELSE NULL
    END AS name_key,
    written,
    CASE deaths WHEN 'low' THEN deaths_low WHEN 'high' THEN deaths_high ELSE deaths_best END AS n_deaths
  FROM asked
),
judged AS (
  SELECT
    claim_id,
    event_source,
    definition,
    part,
    name_key,
    written,
    n_deaths,
    CASE WHEN is_party = 1 AND sureness >= least_sureness THEN 1 ELSE 0 END AS is_counted,
    CASE WHEN closeness > 0 AND sureness = 1 AND part = 'counted' THEN 1 ELSE 0 END AS is_vague
  FROM placed
),
by_name AS (
  SELECT
    claim_id,
    event_source,
    definition,
    name_key,
    MIN(CASE WHEN is_counted = 1 THEN written ELSE NULL END) AS written,
    SUM(CASE WHEN part = 'counted' THEN is_counted ELSE 0 END) AS n_events,
    SUM(CASE WHEN part = 'all' THEN is_counted ELSE 0 END) AS n_events_all,
    SUM(CASE WHEN part = 'counted' AND is_counted = 1 THEN n_deaths ELSE 0 END) AS n_deaths,
    SUM(is_vague) AS n_vague
  FROM judged
  GROUP BY claim_id, event_source, definition, name_key
),
totals AS (
  SELECT
    claim_id,
    event_source,
    definition,
    SUM(n_events) AS n_events,
    SUM(n_events_all) AS n_events_all,
    SUM(n_deaths) AS n_deaths,
    SUM(n_vague) AS n_vague,
    SUM(CASE WHEN name_key IS NOT NULL AND n_events > 0 THEN 1 ELSE 0 END) AS n_names
  FROM by_name
  GROUP BY claim_id, event_source, definition
),
definitions AS (
  SELECT DISTINCT claim_id, event_source, measure, definition
  FROM parts
),
answers AS (
  SELECT
    d.claim_id,
    d.event_source,
    d.definition,
    '' AS name_key,
    '' AS written,
    CASE d.measure
      WHEN 'events' THEN CAST(COALESCE(t.n_events, 0) AS BIGINT)
      WHEN 'deaths' THEN CAST(COALESCE(t.n_deaths, 0) AS BIGINT)
      WHEN 'share' THEN CAST(FLOOR((2e2 * t.n_events + t.n_events_all) / (2e0 * NULLIF(t.n_events_all, 0))) AS BIGINT)
      ELSE CAST(COALESCE(t.n_names, 0) AS BIGINT)
    END AS counted,
    CAST(COALESCE(t.n_events, 0) AS BIGINT) AS n_events,
    CAST(CASE WHEN d.measure = 'share' THEN COALESCE(t.n_events_all, 0) ELSE NULL END AS BIGINT) AS n_events_all,
    CAST(COALESCE(t.n_vague, 0) AS BIGINT) AS n_vague
  FROM definitions d
  LEFT JOIN totals t
    ON t.claim_id = d.claim_id AND t.event_source = d.event_source AND t.definition = d.definition
)
SELECT claim_id, event_source, definition, name_key, written, counted, n_events, n_events_all, n_vague
FROM answers
UNION ALL
SELECT
  claim_id,
  event_source,
  definition,
  name_key,
  COALESCE(written, name_key) AS written,
  CAST(n_events AS BIGINT) AS counted,
  CAST(n_events AS BIGINT) AS n_events,
  CAST(NULL AS BIGINT) AS n_events_all,
  CAST(0 AS BIGINT) AS n_vague
FROM by_name
WHERE name_key IS NOT NULL AND n_events > 0
ORDER BY claim_id, event_source, definition, name_key
