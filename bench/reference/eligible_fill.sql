-- Two certificates, an examination and a training of everybody who was copied.
INSERT INTO people_certificate (id, company_id, person_id, kind, number, item, issuer, holder_name, scan, valid_to, review_due)
SELECT gen_random_uuid(), company_id, id, 'special_operation', hr_code, i, '', name, '', current_date + 400, current_date + 200
FROM people_person CROSS JOIN unnest(ARRAY['熔化焊接与热切割作业', '高处安装、维护、拆除作业']) AS i
WHERE company_id = %(company)s AND hr_code LIKE 'C%%';
INSERT INTO people_checkup (id, company_id, person_id, kind, done_on, valid_to, verdict, issuer, scan, sealed)
SELECT gen_random_uuid(), company_id, id, 'periodic', current_date - 30, current_date + 300, 'fit', '', '', ''
FROM people_person WHERE company_id = %(company)s AND hr_code LIKE 'C%%';
INSERT INTO people_training (id, company_id, person_id, subject, done_on, valid_to, passed, issuer, scan)
SELECT gen_random_uuid(), company_id, id, 'annual', current_date - 30, current_date + 300, true, '', ''
FROM people_person WHERE company_id = %(company)s AND hr_code LIKE 'C%%'
