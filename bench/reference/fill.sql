-- Old permits in the shape of the newest one: mostly closed, spread over time, areas and numbers as real ones are.
INSERT INTO permits_permit ({columns})
SELECT {values} FROM (SELECT jsonb_populate_record(p, jsonb_build_object(
  'id', gen_random_uuid(), 'token', 'bench-' || n, 'number', 'B-' || lpad(n::text, 8, '0'), 'doc', jsonb_build_object(),
  'state', CASE n %% 100 WHEN 0 THEN 'draft' WHEN 1 THEN 'submitted' WHEN 2 THEN 'voided' WHEN 3 THEN 'withdrawn'
           ELSE 'closed' END,
  'clearance', CASE WHEN n %% 10000 = 2 THEN 'open' ELSE 'none' END, 'point_id', gen_random_uuid(), 'next_check_at', null,
  'lapses_at', null, 'causes', '[]'::jsonb, 'changed_at', p.changed_at - n * interval '7 minutes',
  'content', '更换第 ' || n || ' 号泵出口管段')) AS row
FROM permits_permit p CROSS JOIN generate_series(1, %(permits)s) AS n
WHERE p.id = (SELECT max(id::text)::uuid FROM permits_permit)) AS made
