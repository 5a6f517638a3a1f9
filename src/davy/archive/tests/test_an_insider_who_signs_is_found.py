"""Somebody inside has every right and the key. What he rewrote still does not fit the log that others saw."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from davy.archive.tests.taken import at_work, bundle, files, key, zipped
from davy.building.hands import Hands
from davy.evidence.log.keys import log_key
from davy_core.evidence.chain import link_hash
from davy_core.evidence.entry import Entry
from davy_core.evidence.note import signed
from davy_verify.checks import check
from davy_verify.finding import BROKEN, OPEN, PROVEN, worst

pytestmark = pytest.mark.django_db


@pytest.fixture
def hands(step_clock: Callable[[timedelta], None]) -> Hands:
    return at_work(step_clock)


def _found(hands: Hands, content: Mapping[str, bytes], path: Path) -> tuple[int, set[str]]:
    """What is said of these files when the plant's own key signs them."""
    own = {name: bytes_ for name, bytes_ in content.items() if name != "manifest.note"}
    origin = log_key(hands.plant.company).name
    lines = "".join(f"{sha256(bytes_).hexdigest()}  {name}\n" for name, bytes_ in sorted(own.items()))
    text = f"davy-bundle/v1\n2026-11-23T00:30:00.000Z\n{origin}\n{lines}"
    manifest = signed(text, [log_key(hands.plant.company)]).encode()
    path.joinpath("b.zip").write_bytes(zipped({**own, "manifest.note": manifest}))
    found = check(path / "b.zip", key(hands.plant))
    return worst(found), {finding.code for finding in found if finding.level in {BROKEN, OPEN}}


def _name(content: Mapping[str, bytes], end: str) -> str:
    return next(name for name in content if name.endswith(end))


def _with(content: Mapping[str, bytes], end: str, changed: bytes) -> dict[str, bytes]:
    return {**content, _name(content, end): changed}


def _lines(content: Mapping[str, bytes], end: str) -> list[bytes]:
    return content[_name(content, end)].splitlines(keepends=True)


def test_signed_again_unchanged_it_holds(hands: Hands, tmp_path: Path) -> None:
    assert _found(hands, files(bundle(hands)), tmp_path) == (PROVEN, set())


def test_an_edited_event(hands: Hands, tmp_path: Path) -> None:
    content = files(bundle(hands))
    events = content[_name(content, "events.jsonl")]
    edited = events.replace(b'"clock":"server"', b'"clock":"device_free"', 1)
    assert edited != events
    found = _found(hands, _with(content, "events.jsonl", edited), tmp_path)
    assert found == (BROKEN, {"events_rewritten"})


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda lines: lines[:-1], "events_missing"),
        (lambda lines: lines[1:], "event_out_of_order"),
        (lambda lines: [*lines[:3], *lines[4:]], "event_out_of_order"),
        (lambda lines: [lines[1], lines[0], *lines[2:]], "event_out_of_order"),
        (lambda lines: [*lines, lines[-1]], "event_out_of_order"),
        (lambda lines: [*lines[:-1], lines[-1].rstrip(b"\n")], "stream_unreadable"),
        (lambda _: [b"\n"], "stream_unreadable"),
    ],
    ids=["cut off at the end", "at the start", "one left out", "two swapped", "one twice", "torn", "none"],
)
def test_a_chain_of_other_events(
    hands: Hands, tmp_path: Path, change: Callable[[list[bytes]], list[bytes]], code: str
) -> None:
    content = files(bundle(hands))
    changed = b"".join(change(_lines(content, "events.jsonl")))
    level, codes = _found(hands, _with(content, "events.jsonl", changed), tmp_path)
    assert (level, code in codes) == (BROKEN, True), codes


def test_a_whole_new_history_with_an_entry_to_fit(hands: Hands, tmp_path: Path) -> None:
    """The chain is made anew and its entry says so; the log that was signed does not have that entry."""
    content = files(bundle(hands))
    events = [
        line.rstrip(b"\n").replace(b'"clock":"server"', b'"clock":"device_free"')
        for line in _lines(content, "events.jsonl")
    ]
    head = bytes(32)
    for body in events:
        head = link_hash(head, body)
    told = json.loads(_lines(content, "entries.jsonl")[-1])
    entry = Entry.of(told["entry"].encode())
    forged = Entry(entry.kind, entry.stream, len(events), head, None)
    line = json.dumps({**told, "entry": forged.content.decode()}).encode() + b"\n"
    changed = _with(_with(content, "events.jsonl", b"\n".join(events) + b"\n"), "entries.jsonl", line)
    assert _found(hands, changed, tmp_path) == (BROKEN, {"entry_not_in_log"})


def test_events_after_the_last_entry_are_not_proven(hands: Hands, tmp_path: Path) -> None:
    content = files(bundle(hands))
    last = json.loads(_lines(content, "events.jsonl")[-1])
    more = json.dumps({**last, "seq": last["seq"] + 1, "private": {}}).encode() + b"\n"
    changed = content[_name(content, "events.jsonl")] + more
    level, codes = _found(hands, _with(content, "events.jsonl", changed), tmp_path)
    assert (level, codes) == (OPEN, {"events_not_in_log"})


def test_the_events_of_another_permit_under_this_name(hands: Hands, tmp_path: Path) -> None:
    content = files(bundle(hands))
    other = "0197e000-0000-7000-8000-000000000001"
    moved = {name.replace(str(hands.permit), other): bytes_ for name, bytes_ in content.items()}
    level, codes = _found(hands, moved, tmp_path)
    assert (level, "event_of_another" in codes) == (BROKEN, True)


def test_a_swapped_photo(hands: Hands, tmp_path: Path) -> None:
    content = files(bundle(hands))
    photo = next(name for name in content if name.startswith("attachments/"))
    assert _found(hands, {**content, photo: b"another"}, tmp_path) == (BROKEN, {"attachment_swapped"})
    own = {name: bytes_ for name, bytes_ in content.items() if name != photo}
    strange = f"attachments/{sha256(b'another').hexdigest()}"
    level, codes = _found(hands, {**own, strange: b"another"}, tmp_path)
    assert (level, codes) == (BROKEN, {"attachment_unnamed", "attachments_withheld"})


def test_another_name_in_the_place_of_the_first(hands: Hands, tmp_path: Path) -> None:
    content = files(bundle(hands))
    lines = _lines(content, "private.jsonl")
    told = json.loads(lines[0])
    lines[0] = json.dumps({**told, "bytes": "YW5vdGhlcg=="}).encode() + b"\n"
    changed = _with(content, "private.jsonl", b"".join(lines))
    assert _found(hands, changed, tmp_path) == (BROKEN, {"private_changed"})


def test_the_checkpoint_of_another_log(hands: Hands, tmp_path: Path) -> None:
    content = files(bundle(hands))
    text = content["log/checkpoint"].decode().split("\n\n")[0].split("\n")
    other = signed("\n".join(["davy/other", *text[1:]]) + "\n", [log_key(hands.plant.company)])
    level, codes = _found(hands, {**content, "log/checkpoint": other.encode()}, tmp_path)
    assert (level, codes) == (BROKEN, {"checkpoint_not_signed"})


@pytest.mark.parametrize("end", ["events.jsonl", "entries.jsonl", "checkpoint", "key"])
def test_garbage_is_refused_and_never_crashes(hands: Hands, tmp_path: Path, end: str) -> None:
    content = files(bundle(hands))
    for garbage in (b"", b"\n", b"{}\n", b"[]\n", b"null\n", b"\xff\n", b'{"seq":1}\n', b"[" * 5000 + b"\n"):
        assert _found(hands, _with(content, end, garbage), tmp_path)[0] == BROKEN, garbage[:20]
