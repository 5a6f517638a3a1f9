"""Each night rows, chains, log and files are held against one another; what differs is told to people."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings

from davy import clock
from davy.alarms import queries as alarms
from davy.archive.tests.taken import ask, at_work
from davy.attachments import checking, files
from davy.attachments.models import Attachment
from davy.building.envelopes import envelope
from davy.building.hands import Hands
from davy.building.isolating import Isolating
from davy.building.papering import Papering
from davy.building.scheming import Scheming
from davy.cli import main
from davy.db import tenant
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.evidence.log.integrate import integrate
from davy.watch.models import Mismatch
from davy.watch.night.looking import look
from davy.watch.night.queries import LATE
from davy.watch.tasks import late
from tests.columns import written

Insider = Callable[[str], None]


@pytest.fixture
def hands(committed_db: str, step_clock: Callable[[timedelta], None]) -> Hands:
    del committed_db
    hands = at_work(step_clock)
    integrate(hands.plant.company)
    return hands


def _look(hands: Hands) -> set[tuple[str, str, str]]:
    return {tuple(fault) for fault in look(hands.plant.company, nights=1)[1]}  # type: ignore[misc]


@contextmanager
def _company(hands: Hands) -> Iterator[UUID]:
    with tenant.company(hands.plant.company):
        yield hands.plant.company


def _open_alarms(hands: Hands) -> dict[str, int]:
    with _company(hands) as company:
        return {
            row["kind"]: row["count"]
            for row in alarms.all_open(company)
            if row["kind"] in {"row_differs", "evidence_broken", "evidence_unwatched"}
        }


def test_a_plant_at_work_holds_in_every_part(hands: Hands) -> None:
    Isolating(hands.plant).plan()
    Scheming(hands.plant).draft().submit()
    Papering(hands.plant).printed(count=1).declared()
    plant, chu = hands.plant, hands.plant.people["chu"]
    freeze = envelope(
        plant.company, plant.area, "freeze_area", {}, occurred_at=clock.now(), stream_kind="area"
    )
    assert execute(freeze, Sender("person", chu.person, chu.account))["verdict"] == "accepted"
    told, found = look(hands.plant.company, nights=1)
    assert found == []
    assert min(told.streams, told.events, told.entries, told.files) > 1
    standing = ask(hands.plant, "evidence/watch").json()
    assert standing["last"]["events"] == told.events
    assert (standing["late"], standing["mismatches"]) == (False, [])
    assert standing["files"] == standing["files_checked"] == told.files
    assert _open_alarms(hands) == {}
    read: set[str] = set()
    for _ in range(3):  # every file has its night
        share = checking.due(plant.company, 3)
        assert 0 < len(share) < told.files
        read |= {sha256 for sha256, _ in checking.check(plant.company, share)}
    assert len(read) == told.files


CHANGES = (
    ("permits_permit", "state = 'active', ends_at = ends_at + interval '8 hours'", "row differs"),
    ("permits_permit", "doc = jsonb_set(doc, '{level}', '\"second\"')", "row differs"),
    ("permits_permit", "doc = doc - 'signatures'", "row differs"),
    ("evidence_event", "body = set_byte(body, 9, get_byte(body, 9) # 1), v = v", "chain hash 1"),
    ("evidence_event", "actor = 'clock'", "chain columns 1"),
    ("evidence_stream", "seq = seq - 1", "chain head"),
)


def test_what_an_insider_changed_is_found_by_name(hands: Hands, insider: Insider) -> None:
    whose = {"evidence_event": "stream_id"}
    for table, change, fault in CHANGES:
        where = f"{whose.get(table, 'id')} = '{hands.permit}'"
        insider(f"CREATE TABLE kept AS TABLE {table}")
        insider(f"UPDATE {table} SET {change} WHERE {where}")  # noqa: S608 - his own words
        part, why = fault.split(" ", 1)
        ((found, subject, told),) = _look(hands)
        assert (found, subject) == (part, f"permit/{hands.permit}")
        assert told.startswith(why)
        insider(f"DELETE FROM {table} WHERE {where}")  # noqa: S608 - as above
        assert ("row", subject, "differs") in _look(hands) or part == "chain"
        columns = written(table)
        insider(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM kept WHERE {where}")  # noqa: S608
        insider("DROP TABLE kept")
        assert _look(hands) == set()
    insider("UPDATE permits_permit SET doc = doc - 'causes_told' - '_shape'")
    assert _look(hands) == set()
    assert _open_alarms(hands).keys() == {"row_differs", "evidence_broken"}
    columns = written("permits_permit")
    insider(
        f"INSERT INTO permits_permit ({columns}) SELECT {columns} FROM (SELECT (jsonb_populate_record(p,"  # noqa: S608
        " jsonb_build_object('id', gen_random_uuid(), 'token', 'made-up', 'number', 'MADE-UP'))).*"
        " FROM permits_permit p) made"
    )
    assert [(part, why) for part, _, why in _look(hands)] == [("row", "invented")]
    (told,) = ask(hands.plant, "evidence/watch").json()["mismatches"]
    assert (told["part"], told["why"]) == ("row", "invented")


def test_a_file_that_is_gone_or_changed_is_found_and_told_once_and_mended(hands: Hands) -> None:
    with _company(hands) as company:
        gone, changed = Attachment.objects.order_by("sha256").values_list("sha256", flat=True)[:2]
    path, other = (
        Path(settings.DATA) / "attachments" / files.name_of(company, sha256) for sha256 in (gone, changed)
    )
    kept, whole = path.read_bytes(), other.read_bytes()
    path.unlink()
    other.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    for _ in range(2):
        assert _look(hands) == {("file", gone, "missing"), ("file", changed, "changed")}
    assert _open_alarms(hands) == {"evidence_broken": 1}  # found twice within the hour, told once
    with _company(hands):
        assert Mismatch.objects.count() == 2
    path.write_bytes(kept)
    other.write_bytes(whole)
    look(hands.plant.company)  # what was wrong is read again although its turn has not come
    with _company(hands):
        assert not Mismatch.objects.filter(mended_at=None).exists()


def test_a_watch_that_did_not_run_is_never_well(
    hands: Hands, step_clock: Callable[[timedelta], None], capsys: pytest.CaptureFixture[str]
) -> None:
    never = ask(hands.plant, "evidence/watch").json()
    assert (never["last"], never["files_checked"]) == (None, 0)
    assert main(["evidence", "watch"]) == 0
    assert " 0 faults" in capsys.readouterr().out
    ended = clock.now()
    step_clock(ended - datetime.fromtimestamp(time.time(), UTC) + LATE + timedelta(minutes=1))  # noqa: TID251 - the machine's own
    assert ask(hands.plant, "evidence/watch").json()["late"] is True
    late(0)
    assert _open_alarms(hands) == {"evidence_unwatched": 1}
