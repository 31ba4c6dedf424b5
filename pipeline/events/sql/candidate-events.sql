WITH wanted AS (
  SELECT event_source, event_id
  FROM candidate_ids
)
SELECT
  e.event_source,
  e.event_id,
  e.event_edition,
  e.file_sha256,
  e.event_sha256,
  e.date_start,
  e.date_end,
  e.country,
  e.admin1,
  e.location,
  e.actor_a,
  e.assoc_a,
  e.actor_b,
  e.assoc_b,
  e.event_type,
  e.deaths_best
FROM events e
INNER JOIN wanted w ON w.event_source = e.event_source AND w.event_id = e.event_id
ORDER BY e.event_source, e.event_id
