"""After a restore nothing is signed until a note kept outside is shown, or the old history declared ended."""

from __future__ import annotations

from pathlib import Path

import pytest

from davy.db import tenant
from davy.evidence import queries
from davy.evidence.log import holds, last, store
from davy.evidence.log.following import restart, rotate
from davy.evidence.log.holds import LogHeldError, NotLiftedError
from davy.evidence.log.integrate import integrate
from davy.evidence.log.keys import folder, log_key, origin
from davy.evidence.log.outside import Judged, Verdict, judged
from davy.evidence.log.succession import steps
from davy.evidence.tests.events import grow
from davy.ids import uuid7
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import signed
from davy_core.evidence.tree import EMPTY

OURS = uuid7()

pytestmark = pytest.mark.usefixtures("held")


@pytest.fixture
def held(committed_db: str, settings: object, tmp_path: Path) -> None:
    """A log of three entries, each published, restored from a backup of three; one more stream waits."""
    del committed_db
    setattr(settings, "DATA", tmp_path)  # noqa: B010 - pytest-django's settings take any name
    for _ in range(3):
        grow(OURS, uuid7())
        integrate(OURS)
    now = _published(3)
    holds.place(OURS, now.size, now.root)
    grow(OURS, uuid7())


def _note(size: int) -> str:
    with tenant.company(OURS):
        found = store.checkpoint_of(OURS, size)
    assert found is not None
    return found.note


def _published(size: int) -> Checkpoint:
    return Checkpoint.of(_note(size).rpartition("\n\n")[0] + "\n")


def _judged(note: str) -> Judged:
    return judged(OURS, log_key(OURS).public, note)


def _told() -> list[tuple[str, object]]:
    with tenant.company(OURS):
        return [(event.type, event.data.get("shown")) for event in queries.events(OURS, "log", OURS)]


def test_it_is_signed_again_when_what_was_published_last_is_shown() -> None:
    for refused in (integrate, lambda company: rotate(company, "a new key")):
        with pytest.raises(LogHeldError, match="davy evidence lift"):
            refused(OURS)
    with pytest.raises(NotLiftedError, match="no checkpoint"):
        holds.lift(OURS, [], "")
    holds.lift(OURS, [_judged(_note(3)), _judged(_note(1))], "")
    assert integrate(OURS) == 2  # what waited, and what tells of this
    assert _told() == [("LogHoldLifted", 3)]
    with pytest.raises(NotLiftedError, match="nothing is held"):
        holds.lift(OURS, [_judged(_note(3))], "")


def test_an_older_note_says_nothing_of_what_came_after() -> None:
    with pytest.raises(NotLiftedError, match="older than the backup"):
        holds.lift(OURS, [_judged(_note(2))], "")
    with pytest.raises(LogHeldError):
        integrate(OURS)
    holds.lift(OURS, [_judged(_note(2))], "见证方的最后一份也是 2 条")
    assert integrate(OURS) == 2
    with tenant.company(OURS):
        (event,) = queries.events(OURS, "log", OURS)
        why = queries.private(OURS, [event.id])
    assert (event.data["held"], event.data["shown"]) == (3, 2)
    assert why[event.id, "why"].decode() == "见证方的最后一份也是 2 条"


@pytest.mark.parametrize(("size", "verdict"), [(5, Verdict.AHEAD), (3, Verdict.OTHER), (2, Verdict.OTHER)])
def test_a_note_of_more_or_of_another_log_keeps_it(size: int, verdict: Verdict) -> None:
    key = log_key(OURS)
    told = _judged(signed(Checkpoint(key.name, size, bytes(32)).text, [key]))
    assert told.verdict is verdict
    holds.remember(OURS, [told])
    with pytest.raises(NotLiftedError):
        holds.lift(OURS, [_judged(_note(3)), told], "it must be")
    with pytest.raises(LogHeldError):
        integrate(OURS)
    assert ("2 published entries (4 to 5) are lost" in told.en) is (verdict is Verdict.AHEAD)
    kept = last.ever(OURS, key.public)
    assert kept is not None
    assert kept.size == (5 if verdict is Verdict.AHEAD else 3)


def test_a_note_of_nobody_we_know_is_no_note() -> None:
    stranger = log_key(uuid7())
    assert _judged(signed(Checkpoint(stranger.name, 3, EMPTY).text, [stranger])).verdict is Verdict.STRANGER
    assert _judged("nothing\n").verdict is Verdict.STRANGER


@pytest.mark.parametrize("seen", [None, 5])
def test_who_has_no_note_declares_the_old_history_ended(seen: int | None) -> None:
    old = log_key(OURS)
    if seen is not None:
        holds.remember(OURS, [_judged(signed(Checkpoint(old.name, seen, bytes(32)).text, [old]))])
    step = restart(OURS, "没有人留过检查点")
    assert (step.ended.size, step.begins.size, step.restart) == (seen or 3, 3, True)
    assert log_key(OURS).name == f"{origin(OURS)}/2"
    assert holds.standing(OURS) is None
    assert _told() == [("LogRestarted", None)]
    grow(OURS, uuid7())
    assert integrate(OURS) == 1
    assert rotate(OURS, "and a new key").new.name == f"{origin(OURS)}/2"
    assert [one.restart for one in steps(OURS)] == [True, False]
    # Notes of the old name and of keys that were followed are judged still.
    assert _judged(_note(3)).verdict is Verdict.GREW
    more = _judged(signed(Checkpoint(old.name, 9, bytes(32)).text, [old]))
    assert more.verdict is Verdict.AHEAD
    between = _judged(signed(Checkpoint(old.name, 4, bytes(32)).text, [old]))
    assert between.verdict is (Verdict.AHEAD if seen is None else Verdict.ENDED)


def test_a_hold_that_cannot_be_read_holds() -> None:
    (folder() / f"{OURS}.hold").write_text("gone", encoding="utf-8")
    with pytest.raises(LogHeldError, match="cannot be read"):
        integrate(OURS)
    assert restart(OURS, "the file was damaged").restart
    grow(OURS, uuid7())
    assert integrate(OURS) == 1
