-- The words of all permits, company by company, as the archive keeps them.
SELECT permits_reword(id, NULL, %(titles)s::jsonb) FROM accounts_company
