-- Work points on a grid, 10 m apart, on three floors; and live permits of six works spread over them.
INSERT INTO sites_work_point
SELECT (jsonb_populate_record(w, jsonb_build_object(
  'id', ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'code', 'B-' || n, 'name', '作业点 ' || n,
  'qr_token', 'bench-' || n, 'equipment_id', null, 'height_m', (n %% 3) * 4,
  'lat', 31.22 + (n / 40) * 0.00009, 'lon', 121.46 + (n %% 40) * 0.000105))).*
FROM sites_work_point w CROSS JOIN generate_series(1, %(points)s) AS n
WHERE w.id = (SELECT min(id::text)::uuid FROM sites_work_point);

INSERT INTO permits_permit
SELECT (jsonb_populate_record(p, jsonb_build_object(
  'id', made.id, 'token', 'simops-' || n, 'number', 'S-' || n, 'type', made.type, 'state', 'active',
  'point_id', made.point, 'next_check_at', null, 'lapses_at', null, 'causes', '[]'::jsonb,
  'doc', p.doc || jsonb_build_object('id', made.id, 'type', made.type, 'state', 'active', 'work', made.work,
    'place', p.doc->'place' || jsonb_build_object('point', made.point), 'crossings', '[]'::jsonb)))).*
FROM permits_permit p CROSS JOIN generate_series(1, %(live)s) AS n
CROSS JOIN LATERAL (SELECT gen_random_uuid() AS id,
  ('00000000-0000-7000-8000-' || lpad((1 + n %% %(points)s)::text, 12, '0'))::uuid AS point,
  (ARRAY['hot', 'confined', 'height', 'power', 'maintenance', 'blind'])[1 + n %% 6] AS type,
  jsonb_build_object('coating', n %% 4 = 0, 'trade', 'install', 'activities', '["none"]'::jsonb,
    'line_name', 'P-' || n) AS work) AS made
WHERE p.state = 'active' AND p.token NOT LIKE 'simops-%%'
