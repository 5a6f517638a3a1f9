-- The last look, how many files were read within thirty nights, and what does not hold with the number of its permit.
SELECT set_config('davy.company', %(company)s, true);
SELECT * FROM watch_look WHERE company_id = %(company)s ORDER BY began_at DESC LIMIT 1;
SELECT count(*), count(checked_at) FROM attachments_attachment WHERE company_id = %(company)s;
SELECT m.part, m.subject, m.why, m.found_at, m.seen_at, p.number FROM watch_mismatch m
LEFT JOIN permits_permit p ON p.company_id = m.company_id AND p.id = substr(m.subject, 8)::uuid
WHERE m.company_id = %(company)s AND m.mended_at IS NULL ORDER BY m.part, m.found_at, m.subject LIMIT 201
