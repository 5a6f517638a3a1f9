-- The newest 50 of all permits with their labels, and how many there are in each state.
SELECT set_config('davy.company', %(company)s, true);
SELECT p.id, p.number, p.type, p.level, p.state, p.clearance, p.content, p.starts_at, p.ends_at, a.name, w.name, r.name, g.name
FROM (SELECT * FROM permits_permit WHERE company_id = %(company)s ORDER BY changed_at DESC LIMIT 50) p
LEFT JOIN sites_area a ON a.company_id = p.company_id AND a.id = p.area_id
LEFT JOIN sites_work_point w ON w.company_id = p.company_id AND w.id = p.point_id
LEFT JOIN people_person r ON r.company_id = p.company_id AND r.id = p.responsible_id
LEFT JOIN people_person g ON g.company_id = p.company_id AND g.id = p.guardian_id;
SELECT state, count(*), count(*) FILTER (WHERE clearance = 'open') FROM permits_permit WHERE company_id = %(company)s
GROUP BY state
