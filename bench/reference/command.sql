-- The same rows as one command of the door writes, by hand: lock the chain, read the permit, one event, the row,
-- the command, the announcement. What to write is known beforehand: nothing is judged.
SELECT set_config('davy.company', %(company)s, true);
SELECT seq, head FROM evidence_stream WHERE company_id = %(company)s AND kind = 'permit' AND id = %(other)s FOR UPDATE;
SELECT answer FROM door_command WHERE company_id = %(company)s AND id = %(id)s;
SELECT doc::text FROM permits_permit WHERE company_id = %(company)s AND id = %(permit)s;
UPDATE evidence_stream SET seq = seq + 1, head = sha256(head) WHERE company_id = %(company)s AND kind = 'permit'
 AND id = %(other)s;
INSERT INTO evidence_event SELECT company_id, kind, stream_id, (SELECT seq FROM evidence_stream s WHERE s.company_id =
 e.company_id AND s.kind = 'permit' AND s.id = e.stream_id), %(id)s, type, v, body, prev, hash, occurred_at,
 recorded_at, %(id)s, actor FROM evidence_event e WHERE company_id = %(company)s AND kind = 'permit'
 AND stream_id = %(other)s AND seq = 1;
UPDATE permits_permit p SET version = s.seq, changed_at = %(now)s, doc = (SELECT doc FROM permits_permit
 WHERE company_id = %(company)s AND id = %(permit)s) FROM evidence_stream s WHERE p.company_id = %(company)s
 AND p.id = %(other)s AND s.company_id = p.company_id AND s.kind = 'permit' AND s.id = p.id;
INSERT INTO door_command (company_id, id, sha256, stream_kind, stream_id, kind, account_id, app, recorded_at,
 occurred_at, verdict, answer) VALUES (%(company)s, %(id)s, sha256('x'), 'permit', %(other)s, 'guard_round', %(id)s,
 'bench', %(now)s, %(now)s, 'accepted', '{"verdict": "accepted", "version": 1, "events": ["GuardRoundDone"]}');
SELECT pg_notify('davy', %(id)s)
