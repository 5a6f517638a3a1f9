"""A witness follows a plant's new key by the note that both signed, and no key that nobody vouched for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from davy.db import rows, tenant
from davy.evidence.log.following import restart, rotate
from davy.evidence.log.keys import LogKey, log_key
from davy.evidence.log.last import keep
from davy.evidence.log.succession import Step, statement
from davy.watch.tests.two import Two, two_installations
from davy.watch.witness import following
from davy.watch.witness.asking import have_witnessed
from davy.watch.witness.following import add_succession
from davy.watch.witness.serving import add_checkpoint
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import signed
from davy_core.evidence.witness import Asked
from tests.postgres import TestServer


@pytest.fixture
def two(committed_db: str, test_server: TestServer, settings: object, tmp_path: Path) -> Iterator[Two]:
    with two_installations(committed_db, test_server, settings, tmp_path) as made:
        yield made


def _thief(name: str) -> LogKey:
    return LogKey(name, Ed25519PrivateKey.generate())


def _state(two: Two) -> Checkpoint:
    found = two.newest()
    return Checkpoint(log_key(two.plant).name, found.size, found.root)


def test_a_rotated_key_is_followed_and_the_old_one_signs_nothing_new(two: Two) -> None:
    two.grow(3)
    assert have_witnessed(two.plant) == 1
    old = log_key(two.plant)
    rotate(two.plant, "每年换一次")
    rotate(two.plant, "又换一次")
    two.grow(2)
    assert have_witnessed(two.plant) == 1
    assert two.cosigned().count("— davy-witness/") == 1
    assert two.alarms(two.park) == ["witnessed_key_rotated"] * 2
    assert two.alarms(two.plant) == []
    now = _state(two)
    forged = signed(Checkpoint(old.name, now.size + 1, bytes(32)).text, [old])
    assert add_checkpoint(two.park, Asked(now.size, (), forged).body).status == 403
    two.grow(1)
    assert have_witnessed(two.plant) == 1
    assert two.alarms(two.park) == ["witnessed_key_rotated"] * 2


def test_a_key_nobody_vouched_for_is_refused_and_rings_nobody(two: Two) -> None:
    two.grow(3)
    have_witnessed(two.plant)
    name, stands = log_key(two.plant).name, _state(two)
    first, second = _thief(name), _thief(name)
    note = statement(first, second, (stands, stands), "2026-11-23T00:00:00.000Z", "mine")
    assert add_succession(two.park, note).status == 403
    later = signed(Checkpoint(name, 9, bytes(32)).text, [second])
    assert add_checkpoint(two.park, Asked(3, (), later).body).status == 403
    # Signed by the new key alone, or changed afterwards: no note at all.
    true = statement(log_key(two.plant), second, (stands, stands), "2026-11-23T00:00:00.000Z", "mine")
    other = statement(first, second, (stands, stands), "2026-11-23T00:00:00.000Z", "mine")
    lines = other.rpartition("\n\n")[2]
    for false in (true.rpartition("\n\n")[0] + "\n\n" + lines, true.replace("mine", "thine"), "nothing"):
        assert add_succession(two.park, false).status == 400
    assert two.alarms(two.park) == []


def test_a_second_successor_of_one_key_rings_as_a_fork(two: Two) -> None:
    two.grow(3)
    have_witnessed(two.plant)
    old, stands = log_key(two.plant), _state(two)
    stolen = statement(old, _thief(old.name), (stands, stands), "2026-11-23T00:00:00.000Z", "mine")
    assert add_succession(two.park, stolen).status == 200
    rotate(two.plant, "每年换一次")
    assert have_witnessed(two.plant) == 0  # the thief was first: people must settle it
    assert two.alarms(two.plant) == ["log_refused"]
    assert two.alarms(two.park) == ["log_forked", "witnessed_key_rotated"]
    with tenant.company(two.park):
        kept = rows.many(
            "SELECT followed FROM watch_succession WHERE company_id = %s ORDER BY at", [two.park]
        )
    assert [row["followed"] for row in kept] == [True, False]


def test_a_note_against_what_was_cosigned_is_kept_as_evidence(two: Two) -> None:
    two.grow(3)
    have_witnessed(two.plant)
    old, less = log_key(two.plant), Checkpoint(log_key(two.plant).name, 2, bytes(32))
    note = statement(old, _thief(old.name), (less, less), "2026-11-23T00:00:00.000Z", "cut")
    assert add_succession(two.park, note).status == 422
    assert add_succession(two.park, note).status == 422
    assert two.alarms(two.park) == ["log_forked"]


def test_a_history_that_was_ended_is_told_and_not_followed(two: Two) -> None:
    two.grow(3)
    have_witnessed(two.plant)
    old = log_key(two.plant)
    keep(two.plant, signed(Checkpoint(old.name, 5, bytes(32)).text, [old]))  # more was signed than is there
    step = restart(two.plant, "磁盘损坏，恢复到昨天的备份")
    assert have_witnessed(two.plant) == 0
    assert two.alarms(two.park) == ["witnessed_log_ended"]
    assert add_succession(two.park, step.note).status == 409
    assert isinstance(Step.of(step.note), Step)
    assert two.alarms(two.park) == ["witnessed_log_ended"]


def test_a_line_of_a_stranger_makes_no_new_note_and_refused_ones_are_bounded(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.grow(3)
    have_witnessed(two.plant)
    old, stands = log_key(two.plant), _state(two)
    note = statement(old, _thief(old.name), (stands, stands), "2026-11-23T00:00:00.000Z", "yearly")
    stranger = signed(note.rpartition("\n\n")[0] + "\n", [_thief("stranger")]).rpartition("\n\n")[2]
    assert add_succession(two.park, note + stranger).status == 200
    for more in (note, note + stranger + stranger):
        assert add_succession(two.park, more).status == 200
    monkeypatch.setattr(following, "MOST_REFUSED", 2)
    forks = [statement(old, _thief(old.name), (stands, stands), "2026", str(n)) for n in range(4)]
    for fork in [fork + stranger for fork in forks] + forks:
        assert add_succession(two.park, fork).status == 422
    with tenant.company(two.park):
        kept = rows.many(
            "SELECT note, followed FROM watch_succession WHERE company_id = %s ORDER BY at", [two.park]
        )
    assert [row["note"] for row in kept] == [note, *forks[:2]]
    assert two.alarms(two.park).count("log_forked") == 3  # the two that are kept, and once for all others
