"""What of the ledger ends, and when: the one reading that roster, calendar, heat map and reminders share."""

from __future__ import annotations

__all__ = ["CERTIFICATES", "ENDS"]

# Of one item the paper that lasts longest counts: who renewed under another number has nothing that ends.
# Of a certificate the review counts as its end when it comes first (order 30, article 26). Without an end of
# validity nobody knows when it ends, whatever its review says.
CERTIFICATES = """
SELECT DISTINCT ON (c.person_id, c.kind, c.item)
  c.company_id, c.person_id, c.id, c.kind, c.item, c.valid_from,
  CASE WHEN c.valid_to IS NOT NULL THEN least(c.valid_to, c.review_due) END AS day,
  coalesce(c.review_due < c.valid_to, false) AS review
FROM people_certificate c WHERE c.company_id = %(company)s
ORDER BY c.person_id, c.kind, c.item,
  CASE WHEN c.valid_to IS NOT NULL THEN least(c.valid_to, c.review_due) END DESC NULLS LAST, c.id DESC
"""
ENDS = f"""
SELECT company_id, person_id, id, 'certificate' AS what, item AS name, day, review
FROM ({CERTIFICATES}) papers
UNION ALL
SELECT k.company_id, k.person_id, k.id, 'checkup', k.kind, k.valid_to, false FROM (
  SELECT DISTINCT ON (person_id) * FROM people_checkup WHERE company_id = %(company)s
  ORDER BY person_id, done_on DESC, id DESC) k
UNION ALL
SELECT t.company_id, t.person_id, t.id, 'training', t.subject, t.valid_to, false FROM (
  SELECT DISTINCT ON (person_id, subject) * FROM people_training WHERE company_id = %(company)s
  ORDER BY person_id, subject, done_on DESC, id DESC) t WHERE t.passed
"""  # noqa: S608 - constants
