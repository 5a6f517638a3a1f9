"""Takes attachments in, holds on to them for a stream, and sweeps what nobody ever referred to."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import IO, Protocol
from uuid import UUID

from django.db import connection

from davy import clock
from davy.accounts.models import Company
from davy.attachments import drawings, files, pictures, recordings
from davy.attachments.models import Attachment, Awaited, Reference
from davy.db import rows, tenant
from davy.problems.response import Problem

__all__ = [
    "CHUNK",
    "MAX_PICTURE",
    "MAX_RECORDING",
    "Readable",
    "Taken",
    "check_name",
    "hold",
    "let_go",
    "missing",
    "refer",
    "refer_when_there",
    "release",
    "sweep",
    "take",
]

MAX_PICTURE = 15 * 1024 * 1024  # bytes
MAX_RECORDING = 5 * 1024 * 1024
CHUNK = 256 * 1024
_NAME = re.compile(r"[0-9a-f]{64}")
_SWEEP_BATCH = 500


class Readable(Protocol):
    """The body of a request, or a file."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True)
class Taken:
    """What was stored; ``new`` is False when the company had it already."""

    attachment: Attachment
    new: bool


def take(
    source: Readable, *, company_id: UUID, sha256: str, account_id: UUID | None, drawing: bool = False
) -> Taken:
    """Store the bytes under their hash. The same content again changes nothing.

    Accepted: a picture (JPEG, PNG, WebP) up to 15 MB, a recording up to 5 MB, and with ``drawing`` an SVG of
    plain shapes. Raises Problem for anything else: wrong name, hash, size or type, or a picture that does not
    open completely; StoreAwayError when there is nowhere to put it. Opens its own tenant block.
    """
    check_name(sha256)
    with files.draft(company_id) as draft:
        size = _receive(source, draft, sha256)
        attachment = _inspect(draft, size, drawing=drawing)
        attachment.company_id, attachment.sha256, attachment.uploaded_by = company_id, sha256, account_id
        shown = pictures.display_copy(_path(draft)) if _has_copy(attachment) else None
        _kept(draft, attachment, shown)  # before the transaction: no lock waits for a slow bucket
        with tenant.company(company_id):
            _alone(company_id, sha256)
            if not files.there(company_id, sha256):  # swept meanwhile
                _kept(draft, attachment, shown)
            before = Attachment.objects.filter(company_id=company_id, sha256=sha256).first()
            if before is None:
                attachment.save(force_insert=True)
            _come(company_id, sha256)
    return Taken(before or attachment, new=before is None)


def _kept(draft: IO[bytes], attachment: Attachment, shown: bytes | None) -> None:
    """The copy first: where the original is, its copy is."""
    if shown is not None:
        files.write_shown(attachment.company_id, attachment.sha256, shown)
    files.keep(draft, attachment.company_id, attachment.sha256)


def check_name(sha256: str) -> None:
    """Raises Problem for what is no SHA-256, long before it is the name of a file."""
    if not _NAME.fullmatch(sha256):
        raise Problem("attachment_name_invalid")


def missing(company_id: UUID, hashes: Iterable[str]) -> list[str]:
    """Those of the hashes that nobody has uploaded, in order. Inside a tenant block."""
    wanted = sorted(set(hashes))
    present = Attachment.objects.filter(company_id=company_id, sha256__in=wanted).values_list(
        "sha256", flat=True
    )
    return sorted(set(wanted) - set(present))


def refer(company_id: UUID, hashes: Iterable[str], *, stream_kind: str, stream_id: UUID) -> None:
    """Hold on to the attachments for a stream or row. Inside the tenant block of whoever refers to them.

    Raises Problem ``attachment_unknown`` naming those that were never uploaded.
    """
    wanted = sorted(set(hashes))
    # Locked, so that the sweep cannot take one away between looking and referring.
    found = rows.many(
        "SELECT sha256 FROM attachments_attachment WHERE company_id = %s AND sha256 = ANY(%s)"
        " ORDER BY sha256 FOR KEY SHARE",
        [company_id, wanted],
    )
    lost = sorted(set(wanted) - {row["sha256"] for row in found})
    if lost:
        raise Problem("attachment_unknown", missing=[{"sha256": sha256} for sha256 in lost])
    Reference.objects.bulk_create(
        [
            Reference(company_id=company_id, sha256=sha256, stream_kind=stream_kind, stream_id=stream_id)
            for sha256 in wanted
        ],
        ignore_conflicts=True,
    )


def refer_when_there(company_id: UUID, hashes: Iterable[str], *, stream_kind: str, stream_id: UUID) -> None:
    """Hold on to those that are there, and to the others as soon as they come. For what is told before its
    photo; inside the tenant block of whoever tells it."""
    wanted = sorted(set(hashes))
    for sha256 in wanted:
        _alone(company_id, sha256)  # none of them arrives between looking and waiting
    lost = missing(company_id, wanted)
    there = [sha256 for sha256 in wanted if sha256 not in set(lost)]
    refer(company_id, there, stream_kind=stream_kind, stream_id=stream_id)
    Awaited.objects.bulk_create(
        [
            Awaited(company_id=company_id, sha256=sha256, stream_kind=stream_kind, stream_id=stream_id)
            for sha256 in lost
        ],
        ignore_conflicts=True,
    )


def _come(company_id: UUID, sha256: str) -> None:
    """Whatever waited for it holds on to it."""
    told = [company_id, sha256]
    rows.run(
        "INSERT INTO attachments_reference (company_id, sha256, stream_kind, stream_id)"
        " SELECT company_id, sha256, stream_kind, stream_id FROM attachments_awaited"
        " WHERE company_id = %s AND sha256 = %s ON CONFLICT DO NOTHING",
        told,
    )
    rows.run("DELETE FROM attachments_awaited WHERE company_id = %s AND sha256 = %s", told)


def release(company_id: UUID, hashes: Iterable[str], *, stream_kind: str, stream_id: UUID) -> None:
    """Let go of attachments of reference data (a changed photo or drawing). Never for events: those stay."""
    Reference.objects.filter(
        company_id=company_id, sha256__in=list(hashes), stream_kind=stream_kind, stream_id=stream_id
    ).delete()


def hold(company_id: UUID, kind: str, row_id: UUID, before: str, after: str) -> None:
    """Hold on to what a row of reference data shows now, and let go of what it showed before."""
    if before == after:
        return
    if after:
        refer(company_id, [after], stream_kind=kind, stream_id=row_id)
    if before:
        release(company_id, [before], stream_kind=kind, stream_id=row_id)


def let_go(company_id: UUID, hashes: Iterable[str], streams: Iterable[tuple[str, UUID]]) -> list[str]:
    """Let go of attachments for these streams because who is on them is erased; those that nothing else
    refers to by then are taken out of the register, and named: `files.remove` takes their bytes once that is
    committed. Inside a tenant block. For an erasure only: what an event names stays otherwise."""
    wanted, ids = sorted(set(hashes)), [stream_id for _, stream_id in streams]
    Reference.objects.filter(company_id=company_id, sha256__in=wanted, stream_id__in=ids).delete()
    held = set(
        Reference.objects.filter(company_id=company_id, sha256__in=wanted).values_list("sha256", flat=True)
    )
    gone = [sha256 for sha256 in wanted if sha256 not in held]
    Attachment.objects.filter(company_id=company_id, sha256__in=gone).delete()
    return gone


def sweep(older_than: timedelta = timedelta(days=7)) -> int:
    """Delete attachments of all companies that nobody has referred to for this long; how many went."""
    return sum(
        _sweep_company(company_id, older_than) for company_id in Company.objects.values_list("id", flat=True)
    )


def _sweep_company(company_id: UUID, older_than: timedelta) -> int:
    before = clock.now() - older_than
    with tenant.company(company_id):
        candidates = rows.many(
            "SELECT a.sha256 FROM attachments_attachment a WHERE a.company_id = %(company)s"
            " AND a.uploaded_at < %(before)s AND NOT EXISTS (SELECT 1 FROM attachments_reference r"
            " WHERE r.company_id = a.company_id AND r.sha256 = a.sha256)"
            " ORDER BY a.uploaded_at LIMIT %(batch)s",
            {"company": company_id, "before": before, "batch": _SWEEP_BATCH},
        )
    return sum(_sweep_one(company_id, row["sha256"]) for row in candidates)


def _sweep_one(company_id: UUID, sha256: str) -> int:
    """One at a time; the same content cannot arrive meanwhile. 0 if somebody refers to it by now."""
    with tenant.company(company_id):
        _alone(company_id, sha256)
        # Wait for whoever is about to refer to it, then look again: a second statement sees what he wrote.
        rows.one(
            "SELECT 1 AS locked FROM attachments_attachment WHERE company_id = %s AND sha256 = %s FOR UPDATE",
            [company_id, sha256],
        )
        if Reference.objects.filter(company_id=company_id, sha256=sha256).exists():
            return 0
        gone, _ = Attachment.objects.filter(company_id=company_id, sha256=sha256).delete()
        files.remove(company_id, sha256)
    return 1 if gone else 0


def _receive(source: Readable, draft: IO[bytes], sha256: str) -> int:
    """Copy the upload into the draft; stops at the first byte too many. Raises Problem for size or hash."""
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(CHUNK):
        size += len(chunk)
        if size > MAX_PICTURE:
            raise Problem("attachment_too_large", limit_mb=MAX_PICTURE // 1024 // 1024)
        digest.update(chunk)
        draft.write(chunk)
    if size == 0:
        raise Problem("attachment_length_missing")
    if digest.hexdigest() != sha256:
        raise Problem("attachment_hash_mismatch")
    draft.flush()
    return size


def _inspect(draft: IO[bytes], size: int, *, drawing: bool) -> Attachment:
    """What the received bytes are, not yet named. Raises Problem for what is not accepted."""
    picture = pictures.look(_path(draft))
    if picture is not None:
        return Attachment(
            media_type=picture.media_type,
            size=size,
            width=picture.width,
            height=picture.height,
            taken_at=picture.camera.taken_at,
            camera=picture.camera.name,
        )
    draft.seek(0)
    media_type = recordings.recording_type(draft.read(64))
    if media_type is not None:
        if size > MAX_RECORDING:
            raise Problem("attachment_too_large", limit_mb=MAX_RECORDING // 1024 // 1024)
        return Attachment(media_type=media_type, size=size)
    if not drawing:
        raise Problem("attachment_type_refused")
    if size > drawings.MAX_BYTES:
        raise Problem("attachment_too_large", limit_mb=drawings.MAX_BYTES // 1024 // 1024)
    draft.seek(0)
    if not drawings.is_plain(draft.read()):
        raise Problem("drawing_refused")
    return Attachment(media_type="image/svg+xml", size=size)


def _path(draft: IO[bytes]) -> Path:
    return Path(draft.name)


def _has_copy(attachment: Attachment) -> bool:
    return attachment.width is not None


def _alone(company_id: UUID, sha256: str) -> None:
    """Nobody else stores or sweeps this content until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"attachment:{company_id}:{sha256}"]
        )
