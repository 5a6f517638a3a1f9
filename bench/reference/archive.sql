-- The permits that fit, by the same index asked by hand: the newest 50 with their labels, and how many of each kind.
SELECT set_config('davy.company', %(company)s, true);
SELECT p.id, p.number, p.type, p.level, p.state, p.clearance, p.content, p.starts_at, p.ends_at, a.name, w.name, r.name, g.name
FROM (SELECT * FROM permits_permit WHERE company_id = %(company)s
  AND id = ANY (ARRAY(SELECT permits_find(%(terms)s::text[], %(patterns)s::text[])))
  ORDER BY starts_at DESC, id LIMIT 50) p
LEFT JOIN sites_area a ON a.company_id = p.company_id AND a.id = p.area_id
LEFT JOIN sites_work_point w ON w.company_id = p.company_id AND w.id = p.point_id
LEFT JOIN people_person r ON r.company_id = p.company_id AND r.id = p.responsible_id
LEFT JOIN people_person g ON g.company_id = p.company_id AND g.id = p.guardian_id;
SELECT type, level, state, area_id, to_char(starts_at AT TIME ZONE %(zone)s, 'YYYY-MM') AS month, count(*)
FROM permits_permit WHERE company_id = %(company)s
  AND id = ANY (ARRAY(SELECT permits_find(%(terms)s::text[], %(patterns)s::text[])))
GROUP BY GROUPING SETS ((type), (level), (state), (area_id), (5))
