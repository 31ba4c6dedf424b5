WITH kinds AS (
  SELECT event_source, event_kind, COUNT(*) AS n_events
  FROM events
  WHERE event_kind IS NOT NULL
  GROUP BY event_source, event_kind
)
SELECT event_source, event_kind, CAST(n_events AS BIGINT) AS n_events
FROM kinds
ORDER BY event_source, event_kind
