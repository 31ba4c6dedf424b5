WITH sought AS (
  SELECT
    r.record_id, r.admin1_key, r.iso3, r.where_prec, b.bucket, r.day_first - w.slack_days AS day_from,
    r.day_last + w.slack_days AS day_to
  FROM records r
  INNER JOIN record_buckets b ON b.record_id = r.record_id
  CROSS JOIN (SELECT MAX(slack_days) AS slack_days FROM time_windows) w
),
cells AS (
  SELECT s.record_id, c.cell_y, c.cell_x, s.bucket, s.day_from, s.day_to
  FROM record_cells c
  INNER JOIN sought s ON s.record_id = c.record_id
),
units AS (
  SELECT record_id, admin1_key, bucket, day_from, day_to, 1 AS is_vague
  FROM sought
  UNION ALL
  SELECT record_id, admin1_key, bucket, day_from, day_to, 0 AS is_vague
  FROM sought
  WHERE where_prec >= 4
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
    AND a.family_id IN (SELECT family_id FROM record_actors)
),
blocked AS (
  SELECT
    1 AS block, c.record_id, e.event_source, e.event_id, e.day_first, e.day_last, e.date_prec, e.latitude,
    e.longitude, e.where_prec, e.iso3, e.admin1_key, e.actor_a, e.assoc_a, e.actor_b, e.assoc_b
  FROM events e
  INNER JOIN cells c
    ON c.cell_y = e.cell_y AND c.cell_x = e.cell_x
    AND c.bucket = CASE WHEN e.day_last - e.day_first <= 31 THEN CAST(floor(e.day_first / 32e0) AS INTEGER) ELSE -1000000 END
    AND c.day_from <= e.day_last AND c.day_to >= e.day_first
  UNION ALL
  SELECT
    2 AS block, u.record_id, e.event_source, e.event_id, e.day_first, e.day_last, e.date_prec, e.latitude,
    e.longitude, e.where_prec, e.iso3, e.admin1_key, e.actor_a, e.assoc_a, e.actor_b, e.assoc_b
  FROM events e
  INNER JOIN units u
    ON u.admin1_key = e.admin1_key
    AND u.is_vague = CASE WHEN COALESCE(e.where_prec, 7) >= 4 OR e.latitude IS NULL OR e.longitude IS NULL THEN 1 ELSE 0 END
    AND u.bucket = CASE WHEN e.day_last - e.day_first <= 31 THEN CAST(floor(e.day_first / 32e0) AS INTEGER) ELSE -1000000 END
    AND u.day_from <= e.day_last AND u.day_to >= e.day_first
  UNION ALL
  SELECT
    3 AS block, s.record_id, e.event_source, e.event_id, e.day_first, e.day_last, e.date_prec, e.latitude,
    e.longitude, e.where_prec, e.iso3, e.admin1_key, e.actor_a, e.assoc_a, e.actor_b, e.assoc_b
  FROM events e
  INNER JOIN sought s
    ON s.iso3 = e.iso3
    AND s.bucket = CASE WHEN e.day_last - e.day_first <= 31 THEN CAST(floor(e.day_first / 32e0) AS INTEGER) ELSE -1000000 END
    AND s.day_from <= e.day_last AND s.day_to >= e.day_first
  WHERE COALESCE(e.where_prec, 7) >= 6
),
located AS (
  SELECT
    b.*,
    COALESCE(b.date_prec, 5) AS event_date_prec,
    CASE
      WHEN (b.latitude IS NULL OR b.longitude IS NULL) AND b.where_prec < 4 THEN 4
      ELSE COALESCE(b.where_prec, 7)
    END AS event_where_prec
  FROM blocked b
),
compared AS (
  SELECT
    b.block,
    b.record_id,
    b.event_source,
    b.event_id,
    b.day_first,
    b.day_last,
    b.iso3,
    b.actor_a,
    b.assoc_a,
    b.actor_b,
    b.assoc_b,
    CASE WHEN b.event_where_prec > r.where_prec THEN b.event_where_prec ELSE r.where_prec END AS where_prec,
    CASE WHEN b.event_date_prec > r.date_prec THEN b.event_date_prec ELSE r.date_prec END AS date_prec,
    CASE
      WHEN b.day_first > r.day_last THEN b.day_first - r.day_last
      WHEN r.day_first > b.day_last THEN r.day_first - b.day_last
      ELSE 0
    END AS gap_days,
    CASE
      WHEN b.day_last - b.day_first > r.day_last - r.day_first THEN b.day_last - b.day_first + 1
      ELSE r.day_last - r.day_first + 1
    END AS longer_days,
    CASE WHEN b.admin1_key = r.admin1_key THEN 1 ELSE 0 END AS same_unit,
    CASE WHEN b.iso3 = r.iso3 THEN 1 ELSE 0 END AS same_country,
    sin(radians(b.latitude - r.latitude) / 2e0) * sin(radians(b.latitude - r.latitude) / 2e0)
      + cos(radians(r.latitude)) * cos(radians(b.latitude))
      * sin(radians(b.longitude - r.longitude) / 2e0) * sin(radians(b.longitude - r.longitude) / 2e0) AS haversine
  FROM located b
  INNER JOIN records r ON r.record_id = b.record_id
),
timely AS (
  SELECT
    c.*,
    w.slack_days,
    CAST(floor(1.27420176e7 * asin(sqrt(CASE WHEN c.haversine > 1e0 THEN 1e0 ELSE c.haversine END)) + 5e-1) AS INTEGER)
      AS distance_m
  FROM compared c
  INNER JOIN time_windows w ON w.date_prec = c.date_prec
  WHERE c.gap_days <= w.slack_days
),
reached AS (
  SELECT
    t.*,
    CASE
      WHEN t.distance_m <= w.radius_m THEN 1
      WHEN t.same_unit * w.by_unit = 1 THEN 2
      WHEN t.same_country * w.by_country = 1 THEN 3
      ELSE 0
    END AS reached_by
  FROM timely t
  INNER JOIN place_windows w ON w.where_prec = t.where_prec
),
near AS (
  SELECT
    n.record_id,
    n.event_source,
    n.event_id,
    n.day_first,
    n.day_last,
    n.iso3,
    CONCAT('; ', COALESCE(n.actor_a, ''), '; ', COALESCE(n.assoc_a, ''), '; ') AS names_a,
    CONCAT('; ', COALESCE(n.actor_b, ''), '; ', COALESCE(n.assoc_b, ''), '; ') AS names_b,
    n.where_prec,
    n.date_prec,
    n.distance_m,
    n.gap_days,
    CASE
      WHEN n.where_prec <= p.point_prec
        THEN CAST(floor(1e0 * p.place_points * (p.reach_m - n.distance_m) / p.reach_m) AS INTEGER)
      WHEN n.same_unit = 1 THEN p.unit_points
      ELSE p.vague_points
    END AS score_place,
    CAST(floor(1e0 * t.points * (n.slack_days + 1 - n.gap_days) / (n.slack_days + 1)) AS INTEGER) AS score_time
  FROM reached n
  INNER JOIN time_points t ON t.days_first <= n.longer_days AND t.days_last >= n.longer_days
  CROSS JOIN score_points p
  WHERE n.block = n.reached_by
),
faces AS (
  SELECT 1 AS face
  UNION ALL
  SELECT 2 AS face
),
facing AS (
  SELECT n.*, f.face, CASE f.face WHEN 1 THEN n.names_a ELSE n.names_b END AS names
  FROM near n
  CROSS JOIN faces f
),
shared AS (
  SELECT
    n.record_id,
    n.event_source,
    n.event_id,
    n.where_prec,
    n.date_prec,
    n.distance_m,
    n.gap_days,
    n.score_place,
    n.score_time,
    CASE WHEN r.side = n.face THEN 1 ELSE 2 END AS way,
    n.face,
    CASE WHEN r.actor_id = x.actor_id THEN p.same_points ELSE p.family_points END AS points
  FROM facing n
  INNER JOIN named x
    ON x.event_source = n.event_source AND x.names = n.names
    AND x.day_first <= n.day_last AND x.day_last >= n.day_first AND (x.iso3 IS NULL OR x.iso3 = n.iso3)
  INNER JOIN record_actors r ON r.record_id = n.record_id AND r.family_id = x.family_id
  CROSS JOIN score_points p
),
both_ways AS (
  SELECT
    record_id,
    event_source,
    event_id,
    MAX(where_prec) AS where_prec,
    MAX(date_prec) AS date_prec,
    MAX(distance_m) AS distance_m,
    MAX(gap_days) AS gap_days,
    MAX(score_place) AS score_place,
    MAX(score_time) AS score_time,
    MAX(CASE WHEN way = 1 AND face = 1 THEN points ELSE 0 END)
      + MAX(CASE WHEN way = 1 AND face = 2 THEN points ELSE 0 END) AS one_way,
    MAX(CASE WHEN way = 2 AND face = 1 THEN points ELSE 0 END)
      + MAX(CASE WHEN way = 2 AND face = 2 THEN points ELSE 0 END) AS other_way
  FROM shared
  GROUP BY record_id, event_source, event_id
),
parts AS (
  SELECT b.*, CASE WHEN b.one_way > b.other_way THEN b.one_way ELSE b.other_way END AS score_actors
  FROM both_ways b
),
scored AS (
  SELECT
    s.*,
    s.score_place + s.score_time + s.score_actors AS score,
    COUNT(*) OVER (PARTITION BY s.record_id, s.event_source) AS n_candidates
  FROM parts s
),
ranked AS (
  SELECT
    s.*,
    row_number() OVER (
      PARTITION BY s.record_id, s.event_source
      ORDER BY s.score DESC, COALESCE(s.distance_m, 100000000), s.gap_days, s.event_id
    ) AS place_in_order
  FROM scored s
)
SELECT
  k.record_id,
  k.event_source,
  k.event_id,
  k.distance_m,
  k.gap_days,
  k.where_prec,
  k.date_prec,
  k.score_place,
  k.score_time,
  k.score_actors,
  k.score,
  CAST(k.place_in_order AS INTEGER) AS place_in_order,
  CAST(k.n_candidates AS INTEGER) AS n_candidates
FROM ranked k
CROSS JOIN score_points p
WHERE k.place_in_order <= p.most_candidates
ORDER BY k.record_id, k.event_source, k.place_in_order, k.event_id
