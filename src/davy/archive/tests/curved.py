"""The hand-made bundle with a detector that served its permit, and what may be wrong with its readings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from davy.archive.tests.forged import joined, shown, signed_files
from davy.archive.tests.handmade import (
    PERMIT,
    Files,
    entry_of,
    event,
    one_line,
    resigned,
)
from davy_core.sealing.leaves import root_of

__all__ = ["CURVES"]

Change = Callable[[Files], Files]
DETECTOR, DAY = "0197e000-0000-7000-8000-0000000000b1", "0197e000-0000-7000-8000-0000000000b2"
HOUR = "2026-11-21T22"
FILE = f"readings/{DETECTOR}/{HOUR}-3.jsonl"
LATE = f"readings/{DETECTOR}/{HOUR}-5.jsonl"


def leaf(number: int, **other: Any) -> bytes:
    """One reading of the hour, by its number in the broker's log."""
    at = f"{HOUR}:10:0{number}.000000Z"
    told = {
        "binding": None, "boot": "a", "channels": {"lel": f"{number}.5"}, "clock": "server", "doubts": None,
        "gateway": "g", "instrument": DETECTOR, "log_seq": number, "received_at": at, "seq": number,
        "taken_at": at, **other,
    }  # fmt: skip
    return one_line(told)


FIRST, THEN = [leaf(n) for n in (1, 2, 3)], [leaf(n) for n in (4, 5)]


def seal(after: int, leaves: Sequence[bytes], **other: Any) -> Mapping[str, Any]:
    """What was sealed of these readings."""
    line = {"instrument": DETECTOR, "after": after, "upto": after + len(leaves), "count": len(leaves)}
    told = {
        "from": f"{HOUR}:00:00.000Z",
        "late": after > 0,
        "instruments": [{**line, "root": root_of(leaves).hex()}],
    }
    return {**told, **other}


def served(
    readings: Mapping[str, Sequence[bytes]],
    seals: Sequence[Mapping[str, Any]],
    *,
    permit: str = PERMIT,
    until: str | None = f"{HOUR}:30:00.000Z",
    bound: bool = True,
) -> Change:
    """The bundle with these files of readings, these seals, and a detector bound to this permit."""

    def change(files: Files) -> Files:
        told: list[tuple[str, Mapping[str, Any]]] = [("InstrumentEnrolled", {"serial": "SN-1"})]
        told.append(("InstrumentBound", {"at": f"{HOUR}:05:00.000Z", "permit": permit}))
        told += [("InstrumentReleased", {"at": until})] if until else []
        name, day = f"instrument/{DETECTOR}", f"readings/{DAY}"
        made = {name: [event(name, seq, *one) for seq, one in enumerate(told, 1)]} if bound else {}
        made |= (
            {day: [event(day, seq, "ReadingsSealed", one) for seq, one in enumerate(seals, 1)]}
            if seals
            else {}
        )
        leaves = [*files["log/entries.jsonl"].splitlines(), *(entry_of(n, e) for n, e in made.items())]
        found = {n: b for n, b in files.items() if not n.startswith("log/") and n != "manifest.note"}
        for name, events in made.items():
            folder = f"streams/{name.replace('/', '-', 1)}"
            found[f"{folder}/events.jsonl"] = joined(events)
        for stream in {n.rpartition("/")[0] for n in found if n.startswith("streams/")}:
            own = stream.removeprefix("streams/").replace("-", "/", 1)
            index = next(i for i, one in enumerate(leaves) if own.encode().partition(b"/")[2] in one)
            found[f"{stream}/entries.jsonl"] = shown(leaves, index)
        found |= {name: joined(lines) for name, lines in readings.items()}
        return signed_files(leaves, found)

    return change


def _of(lines: Sequence[bytes], **more: Sequence[bytes]) -> Mapping[str, Sequence[bytes]]:
    return {FILE: lines, **more}


FIRST_ONE = FILE.replace("-3.", "-1.")
ELSEWHERE = leaf(1, taken_at="2026-11-21T23:10:01.000000Z")
WHOLE = [seal(0, FIRST)]
BOTH = [seal(0, FIRST), seal(3, THEN)]
CURVES: Mapping[str, Change] = {
    "a curve": served(_of(FIRST), WHOLE),
    "a curve with late readings": served({FILE: FIRST, LATE: THEN}, BOTH),
    "a curve of which the late readings are left out": served(_of(FIRST), BOTH),
    "a curve that is left out": served({}, WHOLE),
    "a curve past its period": lambda files: resigned(served({}, WHOLE)(files), "2027-01-01T00:00:00.000Z"),
    "a reading less": served(_of(FIRST[:2]), WHOLE),
    "a reading more": served(_of([*FIRST, leaf(3, seq=9)]), WHOLE),
    "a value changed": served(_of([*FIRST[:2], leaf(3, channels={"lel": "0.1"})]), WHOLE),
    "readings in another order": served(_of(FIRST[::-1]), WHOLE),
    "a reading of another hour, sealed": served({FIRST_ONE: [ELSEWHERE]}, [seal(0, [ELSEWHERE])]),
    "a reading of another instrument, sealed": served(
        {FIRST_ONE: [leaf(1, instrument="x")]}, [seal(0, [leaf(1, instrument="x")])]
    ),
    "a reading beyond its seal": served({FIRST_ONE: [leaf(2)]}, [seal(0, [leaf(2)])]),
    "a reading with a part nobody knows": served(
        {FIRST_ONE: [leaf(1, more=1)]}, [seal(0, [leaf(1, more=1)])]
    ),
    "readings without an end": lambda files: _torn(served(_of(FIRST), WHOLE)(files)),
    "readings that no seal names": served(_of(FIRST), []),
    "readings of an instrument that served another": served(_of(FIRST), WHOLE, permit=DAY),
    "readings of an instrument that nobody bound": served({}, WHOLE, bound=False),
    "an instrument that told nothing": served({}, [seal(0, FIRST, instruments=[])]),
    "an instrument that is still bound": served(_of(FIRST), WHOLE, until=None),
    "a seal that cannot be read": served({}, [seal(0, FIRST, instruments="x")]),
    "a seal without numbers": served({}, [seal(0, FIRST, instruments=[{"instrument": DETECTOR}])]),
    "an instrument bound at no instant": served(_of(FIRST), WHOLE, until="yesterday"),
}


def _torn(files: Files) -> Files:
    return resigned({**files, FILE: files[FILE][:-1]})
