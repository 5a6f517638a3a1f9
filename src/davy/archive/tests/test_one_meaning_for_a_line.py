"""The checker takes no line that another reader could take otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from davy.archive.tests.forged import FOLDER, entry, event, joined, shown, signed_files, told
from davy_verify.finding import BROKEN

FIRST = event(1, "PermitDrafted")


@pytest.mark.parametrize(
    "body",
    [
        FIRST.replace(b'"type": "PermitDrafted"', b'"type": "PermitVoided", "type": "PermitDrafted"'),
        FIRST.replace(b'"data": {}', b'"data": {"ok": 1, "ok": 0}'),
        FIRST.replace(b'"data": {}', b'"data": {"gas": 0.5}'),
        FIRST.replace(b'"data": {}', b'"data": {"gas": NaN}'),
        FIRST.replace(b'"seq": 1', b'"seq": true'),
        FIRST.replace(b'"v": 1', b'"v": 1, "more": 1'),
        FIRST.replace(b'"private": {}', b'"private": []'),
        FIRST.replace(b'"clock": "x", ', b""),
        FIRST.decode().encode("utf-16"),
    ],
)
def test_of_an_event(tmp_path: Path, body: bytes) -> None:
    assert body != FIRST
    log = [entry([body], None)]
    files = {f"{FOLDER}/events.jsonl": joined([body]), f"{FOLDER}/entries.jsonl": shown(log, 0)}
    assert told(signed_files(log, files), tmp_path) == (BROKEN, {"stream_unreadable"})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"seq":1', b'"seq":true'),
        (b'"stream":', b'"stream":"other","stream":'),
        (b'"v":1', b'"v":1,"more":1'),
        (b'"v":1', b'"v":2'),
    ],
)
def test_of_an_entry(tmp_path: Path, old: bytes, new: bytes) -> None:
    log = [entry([FIRST], None).replace(old, new)]
    files = {f"{FOLDER}/events.jsonl": joined([FIRST]), f"{FOLDER}/entries.jsonl": shown(log, 0)}
    assert told(signed_files(log, files), tmp_path) == (BROKEN, {"entries_unreadable", "stream_unreadable"})


@pytest.mark.parametrize(
    ("old", "new"), [(b'"index": 0', b'"index": false'), (b'"proof"', b'"x": 1, "proof"')]
)
def test_of_a_proof(tmp_path: Path, old: bytes, new: bytes) -> None:
    log = [entry([FIRST], None)]
    proved = shown(log, 0).replace(old, new)
    files = {f"{FOLDER}/events.jsonl": joined([FIRST]), f"{FOLDER}/entries.jsonl": proved}
    assert told(signed_files(log, files), tmp_path) == (BROKEN, {"stream_unreadable"})
