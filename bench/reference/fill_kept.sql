-- To each permit that was loaded its chain of one event with words beside it, a photo, and where the watch has come to.
INSERT INTO evidence_stream (company_id, kind, id, seq, head)
SELECT company_id, 'permit', id, 1, sha256(id::text::bytea) FROM permits_permit WHERE token LIKE 'bench-%%';
INSERT INTO evidence_event (company_id, kind, stream_id, seq, id, type, v, body, prev, hash, occurred_at, recorded_at, command_id, actor)
SELECT company_id, 'permit', id, 1, md5('e' || id)::uuid, 'PermitClosed', 1, '{}'::bytea, sha256('x'), sha256(id::text::bytea),
  changed_at, changed_at, md5('c' || id)::uuid, 'x'
FROM permits_permit WHERE token LIKE 'bench-%%';
INSERT INTO evidence_private (company_id, event_id, label, salt, bytes, sha256)
SELECT company_id, md5('e' || id)::uuid, 'reason', decode(repeat('00', 16), 'hex'), convert_to('换泵', 'UTF8'),
  sha256(decode(repeat('00', 16), 'hex') || convert_to('换泵', 'UTF8'))
FROM permits_permit WHERE token LIKE 'bench-%%';
INSERT INTO attachments_attachment (company_id, sha256, media_type, size, uploaded_by, uploaded_at, camera, checked_at)
SELECT company_id, encode(sha256(id::text::bytea), 'hex'), 'image/jpeg', 100000, id, changed_at, '',
  CASE WHEN id::text < '8' THEN now() - interval '5 days' END
FROM permits_permit WHERE token LIKE 'bench-%%';
INSERT INTO attachments_reference (company_id, sha256, stream_kind, stream_id)
SELECT company_id, encode(sha256(id::text::bytea), 'hex'), 'permit', id FROM permits_permit WHERE token LIKE 'bench-%%';
INSERT INTO watch_mismatch (company_id, id, part, subject, why, found_at, seen_at)
SELECT company_id, md5('m' || id)::uuid, 'row', 'permit/' || id, 'differs', changed_at, changed_at
FROM permits_permit WHERE token LIKE 'bench-%%' ORDER BY id LIMIT 100
