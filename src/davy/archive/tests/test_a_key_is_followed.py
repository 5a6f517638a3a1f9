"""Whoever holds an old key of the log follows it to the new one, as far as both signed; an ended history is
told of, never passed over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from davy.archive.tests import forged
from davy.archive.tests.taken import at_work, bundle, files, key, zipped
from davy.archive.tests.test_a_time_stamp_is_judged import EVENTS, LATER, LEAVES
from davy.evidence.log.following import rotate
from davy.evidence.log.keys import LogKey
from davy.evidence.log.succession import statement
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import signed
from davy_verify.checks import check
from davy_verify.finding import BROKEN, OPEN, PROVEN, worst
from davy_verify.note import Key

AT, NOTE = "2026-11-22T00:00:00.000Z", "log/succession/1.note"
FILES = {
    f"{forged.FOLDER}/events.jsonl": forged.joined(EVENTS),
    f"{forged.FOLDER}/entries.jsonl": forged.shown(LATER, 5, 6),
}


def _old(name: str = forged.KEY.name) -> LogKey:
    return LogKey(name, Ed25519PrivateKey.from_private_bytes(bytes([7]) * 32))


def _step(old: LogKey, ended: int = len(LEAVES), begins: int = len(LEAVES)) -> bytes:
    roots = [forged.root_of([*LATER, *LATER][:size]) for size in (ended, begins)]
    states = (Checkpoint(old.name, ended, roots[0]), Checkpoint(forged.KEY.name, begins, roots[1]))
    return statement(old, forged.KEY, states, AT, "磁盘损坏").encode()


def _told(
    content: Mapping[str, bytes], pinned: LogKey, path: Path, seen: bytes | None = None
) -> tuple[int, set[str]]:
    path.joinpath("b.zip").write_bytes(zipped(content))
    found = check(path / "b.zip", Key.of(pinned.public.told), seen)
    return worst(found), {finding.code for finding in found if finding.level in {BROKEN, OPEN}}


def test_the_old_key_leads_to_the_new_one(tmp_path: Path) -> None:
    made = forged.signed_files(LATER, {**FILES, NOTE: _step(_old())})
    assert _told(made, _old(), tmp_path) == (PROVEN, set())
    assert _told(made, forged.KEY, tmp_path) == (PROVEN, set())
    before = signed(Checkpoint(_old().name, len(LEAVES), forged.root_of(LEAVES)).text, [_old()]).encode()
    assert _told(made, _old(), tmp_path, before) == (PROVEN, set())
    stranger = LogKey(forged.KEY.name, Ed25519PrivateKey.from_private_bytes(bytes([8]) * 32))
    assert _told(made, stranger, tmp_path) == (BROKEN, {"manifest_not_signed"})


@pytest.mark.parametrize("drop", [0, 1])
def test_both_must_have_signed(drop: int, tmp_path: Path) -> None:
    text, lines = _step(_old()).decode().rsplit("\n\n", 1)
    kept = [line for at, line in enumerate(lines.splitlines(keepends=True)) if at != drop]
    made = forged.signed_files(LATER, {**FILES, NOTE: f"{text}\n\n{''.join(kept)}".encode()})
    assert _told(made, _old(), tmp_path) == (BROKEN, {"manifest_not_signed"})


def test_an_ended_history_is_told_of(tmp_path: Path) -> None:
    old = _old(f"{forged.KEY.name}/1")
    made = forged.signed_files(LATER, {**FILES, NOTE: _step(old, ended=9, begins=6)})
    assert _told(made, old, tmp_path) == (OPEN, {"log_restarted"})
    assert _told(made, forged.KEY, tmp_path) == (OPEN, {"log_restarted"})
    lost = signed(Checkpoint(old.name, 9, bytes(32)).text, [old]).encode()
    assert _told(made, forged.KEY, tmp_path, lost) == (OPEN, {"log_restarted", "seen_was_ended"})


@pytest.mark.django_db
def test_a_plants_bundle_is_believed_by_the_old_key(
    step_clock: Callable[[timedelta], None], tmp_path: Path, settings: object
) -> None:
    setattr(settings, "DATA", tmp_path)  # noqa: B010 - pytest-django's settings take any name
    hands = at_work(step_clock)
    first = key(hands.plant)
    rotate(hands.plant.company, "每年换一次")
    path = tmp_path / "b.zip"
    path.write_bytes(bundle(hands))
    assert NOTE in files(path.read_bytes())
    found = check(path, first)
    assert worst(found) == PROVEN, [one for one in found if one.level]
    assert "key_followed" in {one.code for one in found}
