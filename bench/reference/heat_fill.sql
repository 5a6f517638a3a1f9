-- People of fifty firms and eight trades, each with one or two certificates that end around these months.
INSERT INTO people_firm (id, company_id, name, code, contact_name, contact_phone, active)
SELECT gen_random_uuid(), %(company)s, '承包商 ' || n, 'B-' || n, '', '', true FROM generate_series(1, 50) AS n;
INSERT INTO people_person (id, company_id, firm_id, name, name_pinyin, hr_code, id_last4, id_hash, phone, photo, trade, team, status)
SELECT gen_random_uuid(), %(company)s, (SELECT id FROM people_firm WHERE company_id = %(company)s AND code = 'B-' || (1 + n %% 50)),
  '人员 ' || n, 'ren yuan ' || n, 'B' || n, '', '', '', '', (ARRAY['焊工','电工','架子工','起重工','管工','钳工','仪表工','油漆工'])[1 + n %% 8],
  (1 + n %% 12) || ' 班', CASE WHEN n %% 500 = 0 THEN 'frozen' ELSE 'active' END FROM generate_series(1, %(people)s) AS n;
INSERT INTO people_certificate (id, company_id, person_id, kind, number, item, issuer, holder_name, scan, valid_to, review_due)
SELECT gen_random_uuid(), company_id, id, 'special_operation', hr_code, i, '', '', '',
  current_date + (substr(hr_code, 2)::int * 37 %% 1500) - 40, current_date + (substr(hr_code, 2)::int * 11 %% 900) - 20
FROM people_person CROSS JOIN unnest(ARRAY['熔化焊接与热切割作业', '高处安装、维护、拆除作业']) AS i
WHERE company_id = %(company)s AND hr_code LIKE 'B%%' AND (i <> '高处安装、维护、拆除作业' OR substr(hr_code, 2)::int %% 3 = 0);
