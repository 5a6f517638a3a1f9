-- The same counts by hand: no paper that follows another, so no need to choose the one that lasts longest.
SELECT firm_id, count(*) FILTER (WHERE status = 'frozen') AS frozen, count(*) FILTER (WHERE status <> 'frozen' AND day < %(today)s) AS expired,
  count(*) FILTER (WHERE status <> 'frozen' AND day >= %(today)s AND day <= %(today)s::date + 30) AS soon, count(*) AS total
FROM (SELECT p.id, p.firm_id, p.status, min(least(c.valid_to, c.review_due)) AS day FROM people_person p
  LEFT JOIN people_certificate c ON c.company_id = p.company_id AND c.person_id = p.id
  WHERE p.company_id = %(company)s AND p.status <> 'left' GROUP BY p.id) people GROUP BY firm_id
