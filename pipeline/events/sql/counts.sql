WITH sides AS (
  SELECT event_source, CONCAT('; ', COALESCE(actor_a, ''), '; ', COALESCE(assoc_a, ''), '; ') AS names
  FROM (SELECT DISTINCT event_source, actor_a, assoc_a FROM events) a
  UNION
  SELECT event_source, CONCAT('; ', COALESCE(actor_b, ''), '; ', COALESCE(assoc_b, ''), '; ') AS names
  FROM (SELECT DISTINCT event_source, actor_b, assoc_b FROM events) b
),
named AS (
  SELECT s.event_source, s.names, a.name
  FROM sides s
  INNER JOIN (SELECT DISTINCT event_source, name FROM aliases) a ON a.event_source = s.event_source
  WHERE POSITION(CONCAT('; ', a.name, '; ') IN s.names) > 0
),
epochs AS (
  SELECT DISTINCT epoch
  FROM periods
),
lands AS (
  SELECT DISTINCT iso3 AS land
  FROM aliases
  WHERE iso3 IS NOT NULL
),
meanings AS (
  SELECT a.event_source, a.name, a.actor_id, a.family_id, f.epoch AS first_epoch, l.epoch AS last_epoch, p.land
  FROM aliases a
  INNER JOIN epochs f ON f.epoch <= a.last_epoch
  INNER JOIN epochs l ON l.epoch >= a.first_epoch AND l.epoch >= f.epoch
  INNER JOIN (SELECT land FROM lands UNION ALL SELECT '' AS land) p ON a.iso3 IS NULL OR a.iso3 = p.land
),
roles AS (
  SELECT
    q.asker_id,
    q.has_related,
    n.event_source,
    n.names,
    m.first_epoch,
    m.last_epoch,
    m.land,
    MAX(CASE WHEN q.party <> 'actor' THEN 0 WHEN m.actor_id = q.actor_id THEN 2 ELSE 1 END) AS as_actor,
    MAX(CASE WHEN q.party <> 'related' THEN 0 WHEN m.actor_id = q.actor_id THEN 2 ELSE 1 END) AS as_related
  FROM named n
  INNER JOIN meanings m ON m.event_source = n.event_source AND m.name = n.name
  INNER JOIN askers q ON q.event_source = m.event_source AND q.family_id = m.family_id
  GROUP BY q.asker_id, q.has_related, n.event_source, n.names, m.first_epoch, m.last_epoch, m.land
),
event_days AS (
  SELECT d.day, p.period, p.epoch
  FROM (SELECT day_first AS day FROM events UNION SELECT day_last AS day FROM events) d
  INNER JOIN periods p ON d.day BETWEEN p.day_first AND p.day_last
),
faces AS (
  SELECT 'a' AS face
  UNION ALL
  SELECT 'b' AS face
),
facing AS (
  SELECT
    e.*,
    CASE f.face WHEN 'a' THEN e.names_a ELSE e.names_b END AS names,
    CASE f.face WHEN 'a' THEN e.names_b ELSE e.names_a END AS names_opposite,
    f.face
  FROM (
    SELECT
      *,
      CONCAT('; ', COALESCE(actor_a, ''), '; ', COALESCE(assoc_a, ''), '; ') AS names_a,
      CONCAT('; ', COALESCE(actor_b, ''), '; ', COALESCE(assoc_b, ''), '; ') AS names_b
    FROM events
  ) e
  CROSS JOIN faces f
),
met AS (
  SELECT
    t.asker_id,
    CASE
      WHEN t.has_related = 0 THEN GREATEST(t.as_actor, COALESCE(o.as_actor, 0))
      ELSE GREATEST(LEAST(t.as_actor, COALESCE(o.as_related, 0)), LEAST(COALESCE(o.as_actor, 0), t.as_related))
    END AS closeness,
    e.event_source,
    e.event_kind,
    f.period AS first_period,
    l.period AS last_period,
    e.iso3,
    e.admin1_key,
    e.where_prec,
    e.country,
    e.admin1,
    e.deaths_low,
    e.deaths_best,
    e.deaths_high
  FROM facing e
  INNER JOIN event_days f ON f.day = e.day_first
  INNER JOIN event_days l ON l.day = e.day_last
  LEFT JOIN lands p ON p.land = e.iso3
  INNER JOIN roles t
    ON t.event_source = e.event_source AND t.names = e.names
    AND t.first_epoch = f.epoch AND t.last_epoch = l.epoch AND t.land = COALESCE(p.land, '')
  LEFT JOIN roles o
    ON o.asker_id = t.asker_id AND o.event_source = t.event_source AND o.names = e.names_opposite
    AND o.first_epoch = t.first_epoch AND o.last_epoch = t.last_epoch AND o.land = t.land
  WHERE e.face = 'a' OR o.asker_id IS NULL
  UNION ALL
  SELECT
    0 AS asker_id,
    0 AS closeness,
    e.event_source,
    e.event_kind,
    f.period AS first_period,
    l.period AS last_period,
    e.iso3,
    e.admin1_key,
    e.where_prec,
    e.country,
    e.admin1,
    e.deaths_low,
    e.deaths_best,
    e.deaths_high
  FROM events e
  INNER JOIN event_days f ON f.day = e.day_first
  INNER JOIN event_days l ON l.day = e.day_last
  LEFT JOIN (SELECT DISTINCT area_iso3 FROM claims) c ON c.area_iso3 = e.iso3
  CROSS JOIN (SELECT MAX(anywhere) AS anywhere FROM claim_parts WHERE asker_id = 0) p
  WHERE c.area_iso3 IS NOT NULL OR e.iso3 IS NULL OR e.where_prec = 7 OR p.anywhere = 1
),
known AS (
  SELECT
    m.*,
    CASE
      WHEN iso3 IS NULL OR where_prec = 7 THEN 0
      WHEN admin1_key IS NULL OR where_prec >= 5 THEN 1
      ELSE 2
    END AS place_known
  FROM met m
),
found AS (
  SELECT
    asker_id,
    closeness,
    event_source,
    event_kind,
    first_period,
    last_period,
    iso3,
    admin1_key,
    place_known,
    MIN(country) AS country,
    MIN(admin1) AS admin1,
    COUNT(*) AS n_events,
    SUM(COALESCE(deaths_low, deaths_best, 0)) AS deaths_low,
    SUM(COALESCE(deaths_best, 0)) AS deaths_best,
    SUM(COALESCE(deaths_high, deaths_best, 0)) AS deaths_high
  FROM known
  GROUP BY
    asker_id, closeness, event_source, event_kind, first_period, last_period, iso3, admin1_key, place_known
),
placed AS (
  SELECT
    c.claim_id,
    c.event_source,
    p.definition,
    p.part,
    p.least_closeness,
    p.least_sureness,
    f.closeness,
    LEAST(
      CASE WHEN f.first_period >= c.first_period AND f.last_period <= c.last_period THEN 2 ELSE 1 END,
      CASE
        WHEN p.anywhere = 1 OR c.area_kind = 'world' THEN 2
        WHEN f.place_known = 0 THEN 1
        WHEN f.iso3 <> c.area_iso3 THEN 0
        WHEN c.area_kind = 'country' THEN 2
        WHEN f.place_known = 1 THEN 1
        WHEN f.admin1_key = c.area_key THEN 2
        ELSE 0
      END,
      CASE
        WHEN c.measure = 'units' AND f.place_known < 2 THEN 1
        WHEN c.measure = 'countries' AND f.place_known = 0 THEN 1
        ELSE 2
      END
    ) AS sureness,
    CASE
      WHEN c.measure = 'units' AND f.iso3 = c.area_iso3 THEN f.admin1_key
      WHEN c.measure = 'countries' THEN f.iso3
      ELSE NULL
    END AS name_key,
    CASE c.measure WHEN 'units' THEN f.admin1 WHEN 'countries' THEN f.country ELSE NULL END AS written,
    f.n_events,
    CASE p.deaths WHEN 'low' THEN f.deaths_low WHEN 'high' THEN f.deaths_high ELSE f.deaths_best END AS n_deaths
  FROM claims c
  INNER JOIN claim_parts p ON p.claim_id = c.claim_id
  INNER JOIN found f
    ON f.asker_id = p.asker_id AND f.event_source = c.event_source AND f.event_kind = p.event_kind
    AND f.first_period <= c.last_period AND f.last_period >= c.first_period
),
judged AS (
  SELECT
    claim_id,
    event_source,
    definition,
    part,
    name_key,
    written,
    n_events,
    n_deaths,
    sureness,
    CASE WHEN closeness >= least_closeness AND sureness >= least_sureness THEN 1 ELSE 0 END AS is_counted
  FROM placed
  WHERE sureness > 0
),
by_name AS (
  SELECT
    claim_id,
    event_source,
    definition,
    name_key,
    MIN(CASE WHEN is_counted = 1 THEN written ELSE NULL END) AS written,
    SUM(CASE WHEN part = 'counted' THEN is_counted * n_events ELSE 0 END) AS n_events,
    SUM(CASE WHEN part = 'all' THEN is_counted * n_events ELSE 0 END) AS n_events_all,
    SUM(CASE WHEN part = 'counted' THEN is_counted * n_deaths ELSE 0 END) AS n_deaths,
    SUM(CASE WHEN part = 'vague' AND sureness = 1 THEN is_counted * n_events ELSE 0 END) AS n_vague
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
  SELECT DISTINCT c.claim_id, c.event_source, c.measure, p.definition
  FROM claims c
  INNER JOIN claim_parts p ON p.claim_id = c.claim_id
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
