"""Takes away what an erasure or a removal names, in the transaction of its event. Hashes and chains stay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from davy.attachments import store as attachments
from davy.db import rows
from davy.door import jobs
from davy.evidence import store as evidence
from davy.keeping import traces
from davy.people import queries as people
from davy.permits.forgetting import ERASED, forget

__all__ = ["Removed", "carry_out", "remove"]


@dataclass(frozen=True)
class Removed:
    """How many private parts and attachments went."""

    words: int
    files: int


# What is known of him only here; it is kept for no clause and goes with the first step.
_CONTACT = (
    "UPDATE people_person SET phone = '', id_last4 = '', id_hash = '', photo = ''"
    " WHERE company_id = %(company)s AND id = %(person)s"
)
_SEALED = ("people_protected", "people_changed", "people_import_row")
_ACCOUNT = (
    "UPDATE accounts_account SET is_active = false WHERE company_id = %(company)s AND id = ANY(%(accounts)s)"
)
_NOW = (
    *(f"DELETE FROM {table} WHERE company_id = %(company)s AND person_id = %(person)s" for table in _SEALED),  # noqa: S608
    _CONTACT,
    _ACCOUNT,
    "DELETE FROM notify_inbox WHERE company_id = %(company)s AND person_id = %(person)s",
    "DELETE FROM notify_message WHERE company_id = %(company)s AND person_id = %(person)s",
    "DELETE FROM notify_address WHERE company_id = %(company)s AND person_id = %(person)s",
    "DELETE FROM accounts_kept WHERE company_id = %(company)s AND account_id = ANY(%(accounts)s)",
    "DELETE FROM permits_contact WHERE company_id = %(company)s AND person_id = %(person)s",
    """
    UPDATE park_line l SET masked = '' FROM park_masked m WHERE m.company_id = %(company)s
      AND m.person_id = %(person)s AND l.company_id = m.company_id AND l.masked = m.masked
    """,
    "DELETE FROM park_masked WHERE company_id = %(company)s AND person_id = %(person)s",
    "DELETE FROM park_hit WHERE company_id = %(company)s AND person_id = %(person)s",
    "DELETE FROM reminding_booking WHERE company_id = %(company)s AND person_id = %(person)s",
)
# His name and what stands beside it, once no record needs it any more.
_AT_LAST = (
    """
    UPDATE people_person SET name = %(erased)s::text, name_pinyin = '', hr_code = %(code)s, trade = '', team =
    '' WHERE company_id = %(company)s AND id = %(person)s
    """,
    """
    UPDATE people_certificate SET holder_name = %(erased)s::text, scan = '',
      number = 'erased-' || right(id::text, 12)
    WHERE company_id = %(company)s AND person_id = %(person)s
    """,
    """
    UPDATE people_checkup SET sealed = '', scan = '', issuer = ''
    WHERE company_id = %(company)s AND person_id = %(person)s
    """,
    """
    UPDATE people_training SET scan = '', issuer = ''
    WHERE company_id = %(company)s AND person_id = %(person)s
    """,
    """
    UPDATE people_restriction SET sealed = '',
      lifted_why = CASE WHEN lifted_why = '' THEN '' ELSE %(erased)s::text END
    WHERE company_id = %(company)s AND person_id = %(person)s
    """,
    """
    UPDATE contractors_submission SET body = '{}', scan = '',
      why = CASE WHEN why = '' THEN '' ELSE %(erased)s::text END
    WHERE company_id = %(company)s AND person_id = %(person)s
    """,
    """
    UPDATE contractors_violation SET what = left(replace(what, %(name)s, %(erased)s::text), 400),
      answer = left(replace(answer, %(name)s, %(erased)s::text), 400),
      withdrawn_why = left(replace(withdrawn_why, %(name)s, %(erased)s::text), 200)
    WHERE company_id = %(company)s AND position(%(name)s IN what || answer || withdrawn_why) > 0
    """,
    """
    UPDATE people_violation SET what = %(erased)s::text,
      lifted_why = CASE WHEN lifted_why = '' THEN '' ELSE %(erased)s::text END
    WHERE company_id = %(company)s AND person_id = %(person)s
    """,
    """
    UPDATE verification_person SET reason = CASE WHEN reason = '' THEN '' ELSE %(erased)s::text END,
      thaw_reason = CASE WHEN thaw_reason = '' THEN '' ELSE %(erased)s::text END
    WHERE company_id = %(company)s AND id = %(person)s
    """,
    """
    UPDATE verification_standing SET evidence = ''
    WHERE company_id = %(company)s AND person_id = %(person)s
    """,
    """
    UPDATE contractors_admission SET withdrawn_why = CASE WHEN withdrawn_why = '' THEN '' ELSE
      %(erased)s::text END
    WHERE company_id = %(company)s AND person_id = %(person)s
    """,
    """
    UPDATE people_delegation SET reason = %(erased)s::text
    WHERE company_id = %(company)s AND (by_id = %(person)s OR to_id = %(person)s)
    """,
    """
    UPDATE points_claim SET why = CASE WHEN why = '' THEN '' ELSE %(erased)s::text END
    WHERE company_id = %(company)s AND person_id = %(person)s
    """,
    """
    UPDATE accounts_account SET username = 'erased-' || right(id::text, 12), password = '!'
    WHERE company_id = %(company)s AND id = ANY(%(accounts)s)
    """,
    "UPDATE devices_device SET name = '' WHERE company_id = %(company)s AND person_id = %(person)s",
    """
    UPDATE keeping_erasure SET reason = %(erased)s::text
    WHERE company_id = %(company)s AND person_id = %(person)s AND position(%(name)s IN reason) > 0
    """,
    """
    UPDATE keeping_hold SET reason = %(erased)s::text
    WHERE company_id = %(company)s AND lifted_at IS NOT NULL AND person_id = %(person)s
      AND position(%(name)s IN reason) > 0
    """,
    # What somebody else has not read yet may be a call to act; it goes with its age. So does what may be
    # about a namesake.
    """
    DELETE FROM notify_inbox WHERE company_id = %(company)s AND position(%(name)s IN title_zh) > 0
      AND read_at IS NOT NULL AND NOT %(shared)s
    """,
    # The same of what went out of the app: what is still on its way may be a call to act.
    """
    DELETE FROM notify_message WHERE company_id = %(company)s AND position(%(name)s IN title) > 0
      AND state NOT IN ('waiting', 'sending') AND NOT %(shared)s
    """,
    """
    DELETE FROM sync_text t USING devices_device d WHERE t.company_id = %(company)s
      AND d.company_id = t.company_id AND d.id = t.device_id AND d.person_id = %(person)s
    """,
)
# The exact bytes that he signed, of commands on records that may lose something.
_SIGNED = """
DELETE FROM signatures_text t USING signatures_evidence s, door_command c
WHERE t.company_id = %(company)s AND s.company_id = t.company_id AND s.command = t.sha256
  AND s.account_id = ANY(%(accounts)s) AND c.company_id = t.company_id AND encode(c.sha256, 'hex') = t.sha256
  AND c.stream_id = ANY(%(streams)s)
"""
_SENT = """
DELETE FROM sync_text t USING sync_link l, door_command c
WHERE t.company_id = %(company)s AND l.company_id = t.company_id AND l.device_id = t.device_id
  AND l.seq = t.seq AND c.company_id = t.company_id AND c.id = l.command_id
  AND c.account_id = ANY(%(accounts)s) AND c.stream_id = ANY(%(streams)s)
"""
_FACES = """
SELECT photo AS sha256 FROM people_person WHERE company_id = %(company)s AND id = %(person)s AND photo <> ''
UNION SELECT scan FROM (
  SELECT company_id, person_id, scan FROM people_certificate
  UNION ALL SELECT company_id, person_id, scan FROM people_checkup
  UNION ALL SELECT company_id, person_id, scan FROM people_training
  UNION ALL SELECT company_id, person_id, scan FROM contractors_submission) paper
WHERE company_id = %(company)s AND person_id = %(person)s AND scan <> '' AND %(whole)s
"""
_BESIDE = """
SELECT 'certificate' AS kind, id FROM people_certificate WHERE company_id = %(company)s AND person_id =
  %(person)s
UNION ALL SELECT 'checkup', id FROM people_checkup WHERE company_id = %(company)s AND person_id = %(person)s
UNION ALL SELECT 'training', id FROM people_training WHERE company_id = %(company)s AND person_id = %(person)s
UNION ALL SELECT 'submission', id FROM contractors_submission
WHERE company_id = %(company)s AND person_id = %(person)s
"""
_STREAMS = """
SELECT id, stream_id FROM evidence_event WHERE company_id = %s AND kind = 'permit' AND id = ANY(%s)
"""
_OUTBOX = "SELECT outbox_erase(%(company)s::uuid, %(alone)s::uuid[], %(name)s)"
_NAMING = """
SELECT DISTINCT stream_id AS id FROM evidence_event
WHERE company_id = %s AND stream_id = ANY(%s) AND position(%s::bytea IN body) > 0
"""
# Of a record past its period all signed and sent bytes go, whoever made them.
_SIGNED_ON = """
DELETE FROM signatures_text t USING door_command c
WHERE t.company_id = %(company)s AND c.company_id = t.company_id AND encode(c.sha256, 'hex') = t.sha256
  AND c.stream_kind = %(kind)s AND c.stream_id = %(id)s
"""
_SENT_TO = """
DELETE FROM sync_text t USING sync_link l, door_command c
WHERE t.company_id = %(company)s AND l.company_id = t.company_id AND l.device_id = t.device_id
  AND l.seq = t.seq AND c.company_id = t.company_id AND c.id = l.command_id
  AND c.stream_kind = %(kind)s AND c.stream_id = %(id)s
"""


def carry_out(company_id: UUID, person_id: UUID, told: Mapping[str, Any]) -> Removed:
    """Remove what the event `ErasureCarriedOut` names, and, when it is whole, his name from every register.
    Inside the transaction of that event. The bytes of attachments go by a job, once it is committed."""
    records = [tuple(record.split("/")) for record in told["records"]]
    streams = [(kind, UUID(stream_id)) for kind, stream_id in records]
    parts = [(UUID(event), label) for event, labels in told["words"].items() for label in labels]
    asked = _asked(company_id, person_id, streams, whole=told["whole"])
    words = evidence.erase_parts(company_id, parts)
    rows.run(_SIGNED, asked)
    rows.run(_SENT, asked)
    gone = attachments.let_go(company_id, told["files"], streams) + _faces(company_id, person_id, asked)
    if told["whole"]:
        rows.one(_OUTBOX, asked)
    for statement in _NOW + (_AT_LAST if told["whole"] else ()):
        rows.run(statement, asked)
    forget(company_id, _labels(company_id, parts), person_id)
    if gone:
        jobs.defer("attachments.drop", {"company": str(company_id), "hashes": gone})
    return Removed(words, len(gone))


def remove(company_id: UUID, told: Mapping[str, Any]) -> Removed:
    """Remove what the event `RecordRemoved` names. Inside the transaction of that event; the bytes of
    attachments go by a job, once it is committed."""
    kind, _, name = str(told["record"]).partition("/")
    record = (kind, UUID(name))
    parts = [(UUID(event), label) for event, labels in told["words"].items() for label in labels]
    words = evidence.erase_parts(company_id, parts)
    for statement in (_SIGNED_ON, _SENT_TO):
        rows.run(statement, {"company": company_id, "kind": kind, "id": record[1]})
    gone = attachments.let_go(company_id, told["files"], [record])
    forget(company_id, {record[1]: [label for _, label in parts]} if kind == "permit" else {}, None)
    if gone:
        jobs.defer("attachments.drop", {"company": str(company_id), "hashes": gone})
    return Removed(words, len(gone))


def _faces(company_id: UUID, person_id: UUID, asked: Mapping[str, Any]) -> list[str]:
    """Let go of his photo and, with the last step, of the scans of his papers."""
    hashes = [row["sha256"] for row in rows.many(_FACES, asked)]
    papers = [(row["kind"], row["id"]) for row in rows.many(_BESIDE, asked)] if asked["whole"] else []
    held = [("person", person_id), *papers]
    return attachments.let_go(company_id, hashes, held)


def _labels(company_id: UUID, parts: list[tuple[UUID, str]]) -> dict[UUID, list[str]]:
    """The erased labels by permit."""
    of = {
        row["id"]: row["stream_id"]
        for row in rows.many(_STREAMS, (company_id, [event for event, _ in parts]))
    }
    found: dict[UUID, list[str]] = defaultdict(list)
    for event, label in parts:
        if event in of:
            found[of[event]].append(label)
    return found


def _asked(
    company_id: UUID, person_id: UUID, streams: list[tuple[str, UUID]], *, whole: bool
) -> dict[str, Any]:
    name = people.names(company_id, [person_id]).get(str(person_id), "")
    ids = [stream_id for _, stream_id in streams]
    others = traces.namesakes(company_id, person_id, name)
    theirs = {row["id"] for one in others for row in rows.many(_NAMING, (company_id, ids, str(one).encode()))}
    return {
        "company": company_id,
        "person": person_id,
        "accounts": traces.accounts_of(company_id, person_id),
        "streams": ids,
        "alone": [stream_id for stream_id in ids if stream_id not in theirs],
        "shared": bool(others),
        "name": name,
        "code": f"erased-{str(person_id)[-12:]}",
        "erased": ERASED,
        "whole": whole,
    }
