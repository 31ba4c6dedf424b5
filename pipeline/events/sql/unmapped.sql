WITH around AS (
  SELECT e.event_source, e.iso3, e.actor_a, e.assoc_a, e.actor_b, e.assoc_b
  FROM events e
  INNER JOIN record_countries c
    ON c.iso3 = e.iso3 AND c.day_first <= e.day_last AND c.day_last >= e.day_first
),
sides AS (
  SELECT event_source, iso3, CONCAT(COALESCE(actor_a, ''), '; ', COALESCE(assoc_a, '')) AS names FROM around
  UNION ALL
  SELECT event_source, iso3, CONCAT(COALESCE(actor_b, ''), '; ', COALESCE(assoc_b, '')) AS names FROM around
)
SELECT event_source, iso3, names, CAST(COUNT(*) AS INTEGER) AS n_events
FROM sides
GROUP BY event_source, iso3, names
ORDER BY event_source, iso3, names
