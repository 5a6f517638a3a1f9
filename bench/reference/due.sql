-- How many permits are past their period, and the hundred oldest with what of theirs would go: one pass over the same rows.
SELECT set_config('davy.company', %(company)s, true);
WITH ended AS MATERIALIZED (
  SELECT p.id, p.number, p.type, e.recorded_at AS last
  FROM permits_permit p
  JOIN evidence_stream s ON s.company_id = p.company_id AND s.kind = 'permit' AND s.id = p.id
  JOIN evidence_event e ON e.company_id = s.company_id AND e.kind = s.kind AND e.stream_id = s.id AND e.seq = s.seq
  WHERE p.company_id = %(company)s AND p.changed_at <= %(before)s AND p.state IN ('closed', 'voided', 'withdrawn')
    AND p.clearance <> 'open' AND e.recorded_at <= %(before)s
    AND NOT EXISTS (SELECT 1 FROM keeping_removed r WHERE r.company_id = p.company_id AND r.kind = 'permit' AND r.stream_id = p.id)
    AND (EXISTS (SELECT 1 FROM attachments_reference r
        WHERE r.company_id = p.company_id AND r.stream_kind = 'permit' AND r.stream_id = p.id)
      OR EXISTS (SELECT 1 FROM evidence_private v WHERE v.company_id = p.company_id AND v.event_id = e.id))
), page AS (SELECT * FROM ended ORDER BY last, id LIMIT 100)
SELECT (SELECT count(*) FROM ended), page.*,
  (SELECT count(*) FROM attachments_reference r
    WHERE r.company_id = %(company)s AND r.stream_kind = 'permit' AND r.stream_id = page.id) AS files,
  (SELECT count(*) FROM evidence_event e JOIN evidence_private v ON v.company_id = e.company_id AND v.event_id = e.id
    WHERE e.company_id = %(company)s AND e.kind = 'permit' AND e.stream_id = page.id) AS words
FROM page
