-- What one permit asks of twenty people, by hand and without a judgement: the person, papers in force, the newest examination, restrictions
-- that stand, trainings that count, violations of thirty days.
SELECT p.id, p.status, p.firm_id, array_agg(c.item) AS items FROM people_person p
LEFT JOIN people_certificate c ON c.company_id = p.company_id AND c.person_id = p.id AND c.valid_to >= %(today)s
  AND coalesce(c.review_due, %(today)s) >= %(today)s
WHERE p.company_id = %(company)s AND p.id = ANY(%(people)s::uuid[]) GROUP BY p.id;
SELECT DISTINCT ON (person_id) person_id, verdict, valid_to FROM people_checkup
WHERE company_id = %(company)s AND person_id = ANY(%(people)s::uuid[]) ORDER BY person_id, done_on DESC;
SELECT person_id, kind, works FROM people_restriction
WHERE company_id = %(company)s AND person_id = ANY(%(people)s::uuid[]) AND lifted_on IS NULL;
SELECT person_id, subject, valid_to FROM people_training
WHERE company_id = %(company)s AND person_id = ANY(%(people)s::uuid[]) AND valid_to >= %(today)s;
SELECT person_id, count(*) FROM people_violation
WHERE company_id = %(company)s AND person_id = ANY(%(people)s::uuid[]) AND lifted_on IS NULL GROUP BY person_id
