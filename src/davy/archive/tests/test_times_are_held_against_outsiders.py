"""Times that events tell are held against what outsiders vouched for: the stamp that covers an event, and the
state before it that did not have it yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from davy.archive.tests import forged
from davy.evidence.log import stamps
from davy.watch.tests.authority import Authority
from davy.watch.witness.keys import OurKey
from davy_core.evidence.note import parsed
from davy_core.instants import iso
from davy_verify.finding import OPEN, PROVEN
from davy_verify.note import Witness
from davy_verify.outside import Trust
from davy_verify.stamp import certificates

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
PARK = OurKey("w/1", Ed25519PrivateKey.from_private_bytes(bytes([1]) * 32))
OURS = Trust(witnesses=(Witness.of(PARK.told),))


def _told(path: Path, first: datetime, later: datetime | None = None, **more: Any) -> tuple[int, set[str]]:
    """A stream of one event, witnessed at NOW, and perhaps of a second that was entered afterwards."""
    times = [first] if later is None else [first, later]
    events = [
        forged.event(n, "Went", **{"occurred_at": iso(at), "recorded_at": iso(at), **more})
        for n, at in enumerate(times, 1)
    ]
    leaves = [forged.entry(events[:1], None), *([forged.entry(events, 0)] if later else [])]
    files = _outside(leaves)
    files[f"{forged.FOLDER}/events.jsonl"] = forged.joined(events)
    files[f"{forged.FOLDER}/entries.jsonl"] = forged.shown(leaves, *range(len(leaves)))
    return forged.told(forged.signed_files(leaves, files), path, trust=OURS)


def _outside(leaves: list[bytes]) -> dict[str, bytes]:
    found = forged.vouched(leaves[:1], leaves)
    line = PARK.line(parsed(forged.note(leaves[:1]).decode())[0], NOW)
    found["log/outside/1/note"] += line.encode()
    return found


@pytest.mark.parametrize(("seconds", "code"), [(-3600, None), (0, None), (60, None), (61, "dated_after")])
def test_an_event_dated_after_the_word_that_covers_it(tmp_path: Path, seconds: int, code: str | None) -> None:
    found = _told(tmp_path, NOW + timedelta(seconds=seconds))
    assert found == ((OPEN, {code}) if code else (PROVEN, set()))


@pytest.mark.parametrize(
    ("seconds", "late"), [(60, False), (-600, False), (-601, True), (-86_400 * 30, True)]
)
def test_an_event_written_before_a_state_that_had_it_not(tmp_path: Path, seconds: int, late: bool) -> None:
    found = _told(tmp_path, NOW - timedelta(hours=1), NOW + timedelta(seconds=seconds))
    assert found == (OPEN, {"events_not_witnessed", *(["dated_before"] if late else [])})


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ({"occurred_at": "2027-01-01T00:00:00.000Z"}, {"dated_after"}),
        ({"occurred_at": "2020-01-01T00:00:00.000Z", "clock": "device_free"}, set()),  # a phone, long offline
        ({"occurred_at": "yesterday"}, {"dated_after"}),
        ({"recorded_at": "2027-01-01T00:00:00.000Z", "data": {"simulated": True}}, set()),
    ],
)
def test_each_time_by_what_it_is(tmp_path: Path, more: Mapping[str, Any], codes: set[str]) -> None:
    assert _told(tmp_path, NOW, **more) == (OPEN if codes else PROVEN, codes)


def test_a_stamp_bounds_as_a_witness_does(tmp_path: Path) -> None:
    tsa = Authority.made(tmp_path / "tsa")
    events = [forged.event(1, "Went", recorded_at="2999-01-01T00:00:00.000Z")]
    leaves = [forged.entry(events, None)]
    tsr = tsa.answer(stamps.request(forged.note(leaves).decode()).as_bytes())
    files = {
        **forged.vouched(leaves, leaves, stamp_tsr=tsr),
        f"{forged.FOLDER}/events.jsonl": forged.joined(events),
        f"{forged.FOLDER}/entries.jsonl": forged.shown(leaves, 0),
    }
    trust = Trust(certificates(tsa.root.read_bytes()))
    assert forged.told(forged.signed_files(leaves, files), tmp_path, trust=trust) == (OPEN, {"dated_after"})
