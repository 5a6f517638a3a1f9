-- The same without the index, as somebody would ask the rows: every text of every permit is looked at.
SELECT set_config('davy.company', %(company)s, true);
SELECT p.id, p.number, p.type, p.level, p.state, p.clearance, p.content, p.starts_at, p.ends_at
FROM permits_permit p JOIN permits_words w ON w.company_id = p.company_id AND w.permit_id = p.id
WHERE p.company_id = %(company)s AND w.words LIKE ALL (%(patterns)s::text[]) ORDER BY p.starts_at DESC, p.id LIMIT 50;
SELECT p.type, p.level, p.state, p.area_id, to_char(p.starts_at AT TIME ZONE %(zone)s, 'YYYY-MM') AS month, count(*)
FROM permits_permit p JOIN permits_words w ON w.company_id = p.company_id AND w.permit_id = p.id
WHERE p.company_id = %(company)s AND w.words LIKE ALL (%(patterns)s::text[])
GROUP BY GROUPING SETS ((1), (2), (3), (4), (5))
