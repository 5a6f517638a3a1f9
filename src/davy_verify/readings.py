"""Holds the readings of instruments against the seals of their hours, and says which are not here.

Which instrument served which permit stands in the instrument's own stream (`InstrumentBound`), what an hour
came to in the stream of its day (`ReadingsSealed`). A file has all readings of one instrument under one seal:
the root of the tree over its lines is the one that was sealed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from davy_verify.finding import BROKEN, OPEN, PROVEN, TOLD, Finding
from davy_verify.hashes import Growing, leaf_hash
from davy_verify.instants import instant
from davy_verify.opening import Bundle
from davy_verify.streams import Stream
from davy_verify.strict import form

__all__ = ["readings"]

_FOLDER = "readings/"
_HOUR = timedelta(hours=1)
_SEALED_BY = timedelta(minutes=25)
"""How long after its end an hour is sealed at the latest when nothing is wrong."""
_KEPT = timedelta(days=30)
"""The least days that any plant keeps readings; its own setting is no less."""
_LONGEST = 1 << 16
_LEAF = {
    **dict.fromkeys(("instrument", "taken_at", "boot", "received_at", "clock", "gateway"), (str,)),
    **dict.fromkeys(("seq", "log_seq"), (int,)),
    "binding": (str, type(None)),
    "channels": (dict,),
    "doubts": (dict, type(None)),
}


@dataclass(frozen=True)
class _Line:
    """What one seal says of one instrument; `late`: that hour had been sealed before."""

    starts: datetime
    late: bool
    instrument: str
    after: int
    upto: int
    count: int
    root: str

    @property
    def name(self) -> str:
        return f"{_FOLDER}{self.instrument}/{self.starts:%Y-%m-%dT%H}-{self.upto}.jsonl"


@dataclass
class _Served:
    """The hours in which an instrument served the permits of the bundle, as spans that do not touch, and what
    was sealed in them."""

    instrument: str
    serial: str
    spans: list[tuple[datetime, datetime]] = field(default_factory=list)
    lines: list[_Line] = field(default_factory=list)

    def has(self, starts: datetime) -> bool:
        return any(begin <= starts < end for begin, end in self.spans)


def readings(bundle: Bundle, streams: Sequence[Stream]) -> Iterator[Finding]:
    """Every statement about the readings in the bundle. Raises nothing."""
    made_at = instant(bundle.made_at)
    whole = [stream for stream in streams if stream.whole]
    try:
        served = _serving(whole, made_at)
        lines = [line for stream in whole if stream.kind == "readings" for line in _lines(stream)]
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        yield Finding(BROKEN, "readings_unreadable", {"why": str(error)})
        return
    due: set[str] = set()
    for line in lines:
        one = served.get(line.instrument)
        if one is not None and one.has(line.starts):
            one.lines.append(line)
            due.add(line.name)
    for name in sorted(name for name in bundle.names if name.startswith(_FOLDER) and name not in due):
        yield Finding(BROKEN, "readings_unnamed", {"file": name})
    proved = False
    for one in served.values():
        found = list(_instrument(bundle, one, made_at))
        proved |= any(finding.level == PROVEN for finding in found)
        yield from found
    if lines and not served:
        yield Finding(OPEN, "readings_of_whom")
    if proved:
        yield Finding(TOLD, "readings_bounds")


def _serving(streams: Sequence[Stream], made_at: datetime | None) -> dict[str, _Served]:
    """Who served the permits of the bundle, by the id of the instrument."""
    permits = {stream.id for stream in streams if stream.kind == "permit"}
    found: dict[str, _Served] = {}
    for stream in sorted((s for s in streams if s.kind == "instrument"), key=lambda s: s.id):
        one, begun = _Served(stream.id, "?"), None
        for event in stream.events[: stream.entered]:
            data, kind = event["data"], event["type"]
            if kind == "InstrumentEnrolled":
                one.serial = data["serial"] if isinstance(data.get("serial"), str) else "?"
            elif kind == "InstrumentBound":
                begun = _at(data["at"]) if data.get("permit") in permits else None
            elif kind == "InstrumentReleased" and begun is not None:
                one.spans.append(_hours(begun, _at(data["at"])))
                begun = None
        if begun is not None and made_at is not None:
            one.spans.append(_hours(begun, made_at))
        if one.spans:
            one.spans = _joined(one.spans)
            found[stream.id] = one
    return found


def _at(told: object) -> datetime:
    found = instant(told)
    if found is None:
        raise ValueError(f"{told} is no instant")
    return found


def _hours(begin: datetime, end: datetime) -> tuple[datetime, datetime]:
    """From the beginning of its first hour to the end of its last; an hour that begins as it ends is none."""
    first = begin.replace(minute=0, second=0, microsecond=0)
    last = end.replace(minute=0, second=0, microsecond=0)
    return first, max(first + _HOUR, last if last == end else last + _HOUR)


def _joined(spans: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    found: list[tuple[datetime, datetime]] = []
    for begin, end in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found


def _lines(stream: Stream) -> Iterator[_Line]:
    for event in stream.events[: stream.entered]:
        if event["type"] == "ReadingsSealed":
            data: Mapping[str, Any] = event["data"]
            if not isinstance(data["instruments"], list):
                raise ValueError("a seal of nothing")
            for line in data["instruments"]:
                after, upto, count = (line[name] for name in ("after", "upto", "count"))
                if {type(after), type(upto), type(count)} != {int} or type(line["instrument"]) is not str:
                    raise ValueError("a seal of nobody, or without numbers")
                starts, late = _at(data["from"]), data.get("late") is True
                yield _Line(starts, late, line["instrument"], after, upto, count, line["root"])


def _instrument(bundle: Bundle, one: _Served, made_at: datetime | None) -> Iterator[Finding]:
    """What is proven of one instrument, and what is not."""
    about = {"instrument": one.instrument, "serial": one.serial}
    shown = [line for line in one.lines if line.name in bundle.names]
    faults = [Finding(BROKEN, "readings_false", {"file": n, "why": w}) for n, w in _faults(bundle, shown)]
    yield from faults
    if shown and not faults:
        count = sum(line.count for line in shown)
        yield Finding(PROVEN, "readings_whole", {**about, "count": count, **_span(shown)})
        late = sum(line.count for line in shown if line.late)
        if late:
            yield Finding(TOLD, "readings_late", {**about, "count": late})
    missing = [line for line in one.lines if line.name not in bundle.names]
    past = [line for line in missing if made_at is not None and line.starts + _HOUR <= made_at - _KEPT]
    for code, lines in (
        ("readings_past", past),
        ("readings_left_out", [m for m in missing if m not in past]),
    ):
        if lines:
            yield Finding(OPEN, code, {**about, "count": sum(m.count for m in lines), **_span(lines)})
    yield from _unsealed(one, made_at, about)


def _unsealed(one: _Served, made_at: datetime | None, about: Mapping[str, object]) -> Iterator[Finding]:
    """Hours of its service without any seal: too young for one, or nothing was there."""
    sealed = {line.starts for line in one.lines}
    hours = sum((end - begin) // _HOUR for begin, end in one.spans) - len(sealed)
    young = 0
    if made_at is not None and hours:
        first = (made_at - _SEALED_BY - _HOUR).replace(minute=0, second=0, microsecond=0)
        recent = [first + n * _HOUR for n in range(4)]
        recent = [at for at in recent if at + _HOUR > made_at - _SEALED_BY]
        young = sum(one.has(at) and at not in sealed for at in recent)
    if young:
        yield Finding(OPEN, "readings_not_yet", {**about, "count": young})
    if hours > young:
        yield Finding(OPEN, "readings_none", {**about, "count": hours - young})


def _span(lines: Sequence[_Line]) -> dict[str, object]:
    starts = [line.starts for line in lines]
    return {
        "hours": len(set(starts)),
        "first": f"{min(starts):%Y-%m-%dT%H:%MZ}",
        "last": f"{max(starts) + _HOUR:%Y-%m-%dT%H:%MZ}",
    }


def _faults(bundle: Bundle, lines: Sequence[_Line]) -> Iterator[tuple[str, str]]:
    for line in lines:
        try:
            why = _fault(bundle, line)
        except (KeyError, ValueError, TypeError, OSError) as error:
            why = str(error)
        if why is not None:
            yield line.name, why


def _fault(bundle: Bundle, line: _Line) -> str | None:
    """Why these readings are not what was sealed; None when they are."""
    tree, hour = Growing(), f"{line.starts:%Y-%m-%dT%H}:"
    for leaf in bundle.lines(line.name, _LONGEST):
        told = form(leaf, _LEAF)
        if told["instrument"] != line.instrument or not told["taken_at"].startswith(hour):
            return "a reading of another instrument or hour"
        if not line.after < told["log_seq"] <= line.upto:
            return "a reading of another seal"
        tree.add(leaf_hash(leaf))
    if tree.size != line.count:
        return f"{tree.size} readings, {line.count} were sealed"
    return None if tree.root().hex() == line.root else "they are not those that were sealed"
