"""What a witness co-signed it knows for ever: with its database set back, its files gone, or all restored."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from davy.cli import evidence as command
from davy.db import tenant
from davy.evidence import queries
from davy.evidence.log.keys import folder, log_key
from davy.ids import uuid7
from davy.watch.tests.two import Two, two_installations
from davy.watch.witness import memory
from davy.watch.witness.asking import have_witnessed
from davy.watch.witness.remembering import remember
from davy.watch.witness.serving import add_checkpoint
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import parsed, signed
from davy_core.evidence.witness import Asked
from tests.postgres import TestServer


@pytest.fixture
def two(committed_db: str, test_server: TestServer, settings: object, tmp_path: Path) -> Iterator[Two]:
    with two_installations(committed_db, test_server, settings, tmp_path) as made:
        made.grow(3)
        assert have_witnessed(made.plant) == 1
        yield made


def _fork(two: Two, size: int) -> str:
    """What somebody with the plant's key shows to a witness that knows nothing."""
    key = log_key(two.plant)
    return Asked(0, (), signed(Checkpoint(key.name, size, bytes(32)).text, [key])).body


def _memory(two: Two) -> Path:
    return folder() / f"{two.park}.witnessed"


def _run(two: Two, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(["remember", "--company", "park", *arguments]))


def test_a_database_that_was_set_back_makes_nobody_forget(two: Two) -> None:
    two.superuser.execute("DELETE FROM watch_witnessed")
    assert add_checkpoint(two.park, _fork(two, 9)).status == 409
    two.grow(1)
    assert have_witnessed(two.plant) == 1
    _memory(two).unlink()  # the row knows it
    assert add_checkpoint(two.park, _fork(two, 9)).status == 409


def test_files_that_cannot_be_read_or_tell_of_another_history_stop_it(two: Two) -> None:
    true = _memory(two).read_text(encoding="utf-8")
    other = Checkpoint(log_key(two.plant).name, 3, bytes(32))
    memory.keep(two.park, other)
    for content in (
        _memory(two).read_text(encoding="utf-8"),
        "nothing",
        "[]",
        json.dumps({other.origin: "x"}),
    ):
        _memory(two).write_text(content, encoding="utf-8")
        assert add_checkpoint(two.park, two.asked(3)).status == 503
    assert two.alarms(two.park) == ["witness_held"]
    _memory(two).write_text(true, encoding="utf-8")
    assert add_checkpoint(two.park, two.asked(3)).status == 200


def test_what_it_forgot_altogether_its_own_line_brings_back(two: Two) -> None:
    two.superuser.execute("DELETE FROM watch_witnessed")
    _memory(two).unlink()
    two.grow(1)
    assert have_witnessed(two.plant) == 0  # it says that it forgot, and knows it again
    assert two.alarms(two.park) == ["witness_held"]
    two.superuser.execute("DELETE FROM watch_effort")
    assert have_witnessed(two.plant) == 1
    assert memory.held(two.park, "davy/another")  # what else it forgot nobody knows
    assert add_checkpoint(two.park, _fork(two, 4)).status == 409


def test_a_note_without_its_own_line_reminds_it_of_nothing(two: Two) -> None:
    note = two.cosigned()
    text, lines = parsed(note)
    own = next(line for line in lines if line.name.startswith("davy-witness/"))
    for false in (
        two.newest().note,
        note.replace("\n3\n", "\n4\n"),
        f"{text.replace('3', '5', 1)}\n{own.line()}",
        "",
    ):
        assert remember(two.park, false).status == 400
    assert remember(two.park, note).status == 200
    assert not memory.standing(two.park)
    assert two.alarms(two.park) == []


def test_a_restored_witness_cosigns_nothing_before_it_was_shown_its_line(
    two: Two, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    older = tmp_path / "older"
    older.write_text(two.cosigned(), encoding="utf-8")
    two.grow(1)
    have_witnessed(two.plant)
    newest = tmp_path / "newest"
    newest.write_text(two.cosigned(), encoding="utf-8")
    bare = tmp_path / "bare"
    bare.write_text(two.newest().note, encoding="utf-8")
    memory.place(two.park)
    two.grow(1)
    assert have_witnessed(two.plant) == 0
    assert add_checkpoint(two.park, two.asked(4)).status == 503
    assert two.alarms(two.park) == ["witness_held"]
    name = log_key(two.plant).name
    for told in (("--checkpoint", str(older)), ("--checkpoint", str(bare)), ("--log", name)):
        assert _run(two, *told) == 1
    said = capsys.readouterr().out
    assert "/log/witnessed" in said
    assert "没有本方的会签" in said
    assert _run(two, "--checkpoint", str(newest)) == 0
    assert _run(two, "--checkpoint", str(newest)) == 1  # nothing is held
    two.superuser.execute("DELETE FROM watch_effort")
    assert have_witnessed(two.plant) == 1
    assert _run(two, "--log", f"davy/{uuid7()}", "--why", "企业新入园，从未会签过") == 0
    with tenant.company(two.park):
        told_of = [(event.type, event.data["known"]) for event in queries.events(two.park, "log", two.park)]
    assert told_of == [("WitnessHoldLifted", 4), ("WitnessHoldLifted", None)]


def test_what_it_is_shown_is_known_even_where_the_backup_was_older(two: Two, tmp_path: Path) -> None:
    note = tmp_path / "note"
    two.grow(2)
    have_witnessed(two.plant)
    note.write_text(two.cosigned(), encoding="utf-8")
    two.superuser.execute("DELETE FROM watch_witnessed")
    _memory(two).unlink()
    memory.place(two.park)
    assert _run(two, "--checkpoint", str(note)) == 0
    assert add_checkpoint(two.park, _fork(two, 5)).status == 409
