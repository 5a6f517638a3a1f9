"""Every proof of a bundle holds, and still something was left out: the whole log tells what."""

from __future__ import annotations

from pathlib import Path

import pytest

from davy.archive.tests.forged import (
    FOLDER,
    KEY,
    OTHER,
    entry,
    event,
    joined,
    note,
    shown,
    signed_files,
    told,
)
from davy_core.evidence.note import signed
from davy_verify.finding import BROKEN, OPEN, PROVEN

EVENTS = [event(1, "PermitDrafted"), event(2, "WorkStarted"), event(3, "GasOverLimit"), event(4, "Paused")]
LOG = [entry(EVENTS[:2], None), entry(EVENTS[:1], None, OTHER), entry(EVENTS, 0)]
HONEST = {f"{FOLDER}/events.jsonl": joined(EVENTS), f"{FOLDER}/entries.jsonl": shown(LOG, 0, 2)}
CUT = {f"{FOLDER}/events.jsonl": joined(EVENTS[:2]), f"{FOLDER}/entries.jsonl": shown(LOG, 0)}


def test_the_whole_of_it_holds(tmp_path: Path) -> None:
    assert told(signed_files(LOG, HONEST), tmp_path) == (PROVEN, set())


def test_the_last_entry_and_its_events_cut_off(tmp_path: Path) -> None:
    assert told(signed_files(LOG, CUT), tmp_path) == (BROKEN, {"entries_left_out"})


def test_a_second_first_entry_of_a_log_that_only_grew(tmp_path: Path) -> None:
    fake = [event(1, "PermitDrafted"), event(2, "GasPassed")]
    log = [*LOG, entry(fake, None)]
    files = {f"{FOLDER}/events.jsonl": joined(fake), f"{FOLDER}/entries.jsonl": shown(log, 3)}
    assert told(signed_files(log, files), tmp_path) == (BROKEN, {"entries_left_out"})


def test_without_all_entries_it_is_open(tmp_path: Path) -> None:
    for files in (HONEST, CUT):
        made = signed_files(LOG, files)
        lines = made["manifest.note"].decode().split("\n\n")[0].split("\n")
        del made["log/entries.jsonl"]
        text = "\n".join(line for line in lines if not line.endswith("log/entries.jsonl")) + "\n"
        made["manifest.note"] = signed(text, [KEY]).encode()
        assert told(made, tmp_path) == (OPEN, {"entries_not_all"})


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        (LOG[:2], "entries_not_the_log"),
        ([LOG[0], LOG[2]], "entries_not_the_log"),
        ([LOG[0], LOG[2], LOG[1]], "entries_not_the_log"),
        ([], "entries_not_the_log"),
        ([*LOG[:2], b"{}"], "entries_unreadable"),
        ([*LOG[:2], LOG[2].replace(b'"seq":4', b'"seq":4,"seq":4')], "entries_unreadable"),
        ([*LOG[:2], b"x" * 9000], "entries_unreadable"),
    ],
)
def test_other_entries_than_those_signed(tmp_path: Path, entries: list[bytes], code: str) -> None:
    files = {**CUT, "log/entries.jsonl": joined(entries)}
    level, codes = told(signed_files(LOG, files), tmp_path)
    assert (level, code in codes) == (BROKEN, True), codes


def test_what_was_seen_before_is_the_beginning(tmp_path: Path) -> None:
    made = signed_files(LOG, HONEST)
    for size in range(4):
        assert told(made, tmp_path, note(LOG[:size])) == (PROVEN, set()), size


def test_a_second_log_by_the_same_key(tmp_path: Path) -> None:
    made = signed_files(LOG, HONEST)
    for seen in ([LOG[1]], [LOG[1], LOG[0]], [LOG[1], LOG[0], LOG[2]]):
        assert told(made, tmp_path, note(seen)) == (BROKEN, {"two_logs"})


def test_what_was_seen_is_newer(tmp_path: Path) -> None:
    seen = note([*LOG, entry(EVENTS[:2], 1, OTHER)])
    assert told(signed_files(LOG, HONEST), tmp_path, seen) == (OPEN, {"seen_is_newer"})


def test_what_was_seen_must_be_of_this_key(tmp_path: Path) -> None:
    made = signed_files(LOG, HONEST)
    for seen in (b"", b"\xff", note(LOG[:1]).replace(b"\n1\n", b"\n2\n"), made["manifest.note"]):
        assert told(made, tmp_path, seen) == (BROKEN, {"seen_not_signed"})
