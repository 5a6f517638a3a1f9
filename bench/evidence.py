"""Three days of hot work as an evidence bundle, beside a ZIP of the same bytes; and a bundle that is checked.

`python -m bench.evidence [permits]` prints the figures; 1 when the bundle takes longer than was promised.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from bench.ground import cluster

PERMITS, EVENTS, PHOTOS = 300, 60, 10
PHOTO = 100_000
"""Bytes of a photo, about what a phone sends."""
PROMISE_S = 10.0


def main(permits: int) -> int:
    """Build the streams, measure, print."""
    with cluster():
        import django  # noqa: PLC0415 - its settings are known only now

        django.setup()
        with TemporaryDirectory() as folder:
            return _measured(permits, Path(folder))


def _measured(permits: int, folder: Path) -> int:
    from django.conf import settings  # noqa: PLC0415 - needs Django

    from davy import clock  # noqa: PLC0415
    from davy.archive.bundle import Contents, bundle  # noqa: PLC0415
    from davy.ids import uuid7  # noqa: PLC0415

    settings.DATA = folder
    company = uuid7()
    streams = [("permit", one) for one in _streams(company, permits)]
    print(f"{permits} permits, {permits * EVENTS} events, {permits * PHOTOS} photos of {PHOTO // 1000} kB")
    made, first = folder / "bundle.zip", 0.0
    begin = time.perf_counter()
    with made.open("wb") as out:
        for part in bundle(company, Contents(streams, True), clock.now()):
            first = first or time.perf_counter() - begin
            out.write(part)
    took = time.perf_counter() - begin
    told = _timed(lambda: _zip_of_the_same(made, folder / "plain.zip"))
    size = made.stat().st_size / 1e6
    print(f"bundle   {took:7.2f} s   {size:7.1f} MB   first byte after {first * 1000:.0f} ms")
    print(f"zip      {told:7.2f} s   of the same bytes (zipfile, same compression, reading included)")
    print(f"ratio    {took / told:7.2f}     promised: {PROMISE_S:g} s")
    print(f"checked  {_timed(lambda: _checked(company, made)):7.2f} s   by davy-verify, whole")
    one = folder / "one.zip"
    one.write_bytes(b"".join(bundle(company, Contents(_long(company), True), clock.now())))
    print(
        f"checked  {_timed(lambda: _checked(company, one)):7.2f} s   one permit of 200 events, by davy-verify"
    )
    return 0 if took <= PROMISE_S else 1


def _timed(do: Callable[[], object]) -> float:
    begin = time.perf_counter()
    do()
    return time.perf_counter() - begin


def _checked(company: UUID, path: Path) -> None:
    from davy.evidence.log.keys import log_key  # noqa: PLC0415 - needs Django
    from davy_verify.checks import check  # noqa: PLC0415
    from davy_verify.finding import worst  # noqa: PLC0415
    from davy_verify.note import Key  # noqa: PLC0415

    found = check(path, Key.of(log_key(company).public.told))
    assert worst(found) == 0, [one for one in found if one.level in {1, 2}]


def _streams(company: UUID, permits: int) -> Iterator[UUID]:
    from davy.ids import uuid7  # noqa: PLC0415 - needs Django

    for _ in range(permits):
        stream = uuid7()
        _grow(company, stream, EVENTS, [_photo(company) for _ in range(PHOTOS)])
        yield stream


def _long(company: UUID) -> list[tuple[str, UUID]]:
    from davy.ids import uuid7  # noqa: PLC0415 - needs Django

    stream = uuid7()
    _grow(company, stream, 200, [])
    return [("permit", stream)]


def _photo(company: UUID) -> str:
    from davy.attachments import files  # noqa: PLC0415 - needs Django

    content = os.urandom(PHOTO)
    digest = hashlib.sha256(content).hexdigest()
    with files.draft(company) as draft:
        draft.write(content)
        files.keep(draft, company, digest)
    return digest


def _grow(company: UUID, stream: UUID, events: int, photos: list[str]) -> None:
    """A chain like a permit's: short bodies, some with a photo, some with words beside them."""
    from davy import clock  # noqa: PLC0415 - needs Django
    from davy.db import rows, tenant  # noqa: PLC0415
    from davy.evidence import store  # noqa: PLC0415
    from davy.ids import uuid7  # noqa: PLC0415

    now = clock.now()
    with tenant.company(company):
        head, records = store.lock(company, "permit", stream), []
        for number in range(events):
            body = {"at": now, "by": str(stream), "row": f"h{number}", "note": "x" * 80}
            if number < len(photos):
                body["photo"] = photos[number]
            words = {"opinion": f"同意 {number}".encode()} if number % 5 == 0 else {}
            record = store.Record(uuid7(), "MeasureAnswered", 1, body, now, now, uuid7(), str(stream), words)
            records.append(record)
        store.append(head, records)
        for digest in photos:
            rows.run(_ATTACHMENT, [company, digest, PHOTO, uuid7(), now])
            rows.run(_REFERENCE, [company, digest, stream])


_ATTACHMENT = """
INSERT INTO attachments_attachment (company_id, sha256, media_type, size, uploaded_by, uploaded_at, camera)
VALUES (%s, %s, 'image/jpeg', %s, %s, %s, '')
"""
_REFERENCE = """
INSERT INTO attachments_reference (company_id, sha256, stream_kind, stream_id) VALUES (%s, %s, 'permit', %s)
"""


def _zip_of_the_same(made: Path, plain: Path) -> None:
    """The reference: what is in the bundle packed again as it was packed there."""
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(plain, "w") as target:
        for info in source.infolist():
            target.writestr(info.filename, source.read(info), info.compress_type)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else PERMITS))
