-- Everything a card shows, read by hand: the permit, its place, its people with their papers, its neighbours.
SELECT set_config('davy.company', %(company)s, true);
SELECT p.doc::text, p.content, p.token, (SELECT row_to_json(w) FROM sites_work_point w WHERE w.company_id = p.company_id
  AND w.id = p.point_id), (SELECT row_to_json(a) FROM sites_area a WHERE a.company_id = p.company_id AND a.id = p.area_id),
 (SELECT json_agg(json_build_object('name', h.name, 'status', h.status, 'papers', (SELECT json_agg(c.item)
   FROM people_certificate c WHERE c.company_id = h.company_id AND c.person_id = h.id)))
  FROM people_person h WHERE h.company_id = p.company_id AND h.id = ANY (p.people)),
 (SELECT json_agg(json_build_object('code', o.code, 'holder', o.holder_id)) FROM people_post o
  WHERE o.company_id = p.company_id),
 (SELECT count(*) FROM permits_permit n WHERE n.company_id = p.company_id AND n.point_id = p.point_id AND n.id <> p.id
  AND (n.state IN ('submitted', 'issued', 'active', 'paused', 'finished') OR n.clearance = 'open'))
FROM permits_permit p WHERE p.company_id = %(company)s AND p.id = %(permit)s
