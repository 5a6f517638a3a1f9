"""The order of what one instrument tells: what is new, late, told twice, or missing. By its numbers alone.

An instrument counts its messages and names its boots. One that does neither keep its count over a restart
nor name the restart begins at a small number again: what is then told differs from what was told under that
number, and so it is a new boot and not a repetition.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

RECENT = 64
"""So many messages back a repetition is told from a restart by its content."""
BOOTS = 4
GAPS = 32
_UNNAMED = "~"


@dataclass(frozen=True)
class Boot:
    """How far the numbers of one boot have come. `gaps` are numbers that never came, both ends included;
    `recent` the last numbers with a short hash of what was told. Below `below` nothing came yet: what a
    gateway sends in another order than it was told (at the beginning of a connection) is new however late."""

    name: str
    seq: int
    gaps: tuple[tuple[int, int], ...] = ()
    recent: tuple[tuple[int, str], ...] = ()
    below: int = 0


@dataclass(frozen=True)
class Order:
    """The last boots, the present one first."""

    boots: tuple[Boot, ...] = ()

    @classmethod
    def of(cls, kept: Sequence[Mapping[str, Any]] | None) -> Order:
        """From its plain form."""
        return cls(
            tuple(
                Boot(
                    str(b["name"]),
                    int(b["seq"]),
                    tuple((int(a), int(z)) for a, z in b["gaps"]),
                    tuple((int(n), str(d)) for n, d in b["recent"]),
                    int(b.get("below", 0)),
                )
                for b in kept or ()
            )
        )

    def plain(self) -> list[dict[str, Any]]:
        """As JSON keeps it."""
        return [
            {
                "name": b.name,
                "seq": b.seq,
                "gaps": [list(g) for g in b.gaps],
                "recent": [list(r) for r in b.recent],
                "below": b.below,
            }
            for b in self.boots
        ]


@dataclass(frozen=True)
class Step:
    """What became of one message. `boot` is the name it is kept under; `gap` the numbers that are missing
    before it; `reused`: another message was told under its number; `behind`: one that was told later came
    before it, or may have."""

    kind: Literal["new", "late", "repeated", "reused"]
    boot: str
    gap: tuple[int, int] | None = None
    filled: tuple[int, int] | None = None
    behind: bool = False


def follow(known: Order, boot: str | None, seq: int, digest: str) -> tuple[Order, Step]:
    """The order after this message. `boot` None: the instrument names none."""
    present = known.boots[0] if known.boots else None
    if boot is None:
        return _unnamed(known, present, seq, digest)
    found = next((b for b in known.boots if b.name == boot), None)
    if found is None:
        return _begun(known, boot, seq, digest)
    return _within(known, found, seq, digest)


def _unnamed(known: Order, present: Boot | None, seq: int, digest: str) -> tuple[Order, Step]:
    if present is None or not present.name.startswith(_UNNAMED):
        return _begun(known, f"{_UNNAMED}0", seq, digest)
    told = dict(present.recent).get(seq)
    inside = any(a <= seq <= z for a, z in present.gaps)
    if seq > present.seq or inside or told == digest:
        return _within(known, present, seq, digest)
    # A restart, or a message from before: nobody can tell which.
    order, step = _begun(known, f"{_UNNAMED}{int(present.name[1:]) + 1}", seq, digest)
    return order, replace(step, behind=True)


def _begun(known: Order, name: str, seq: int, digest: str) -> tuple[Order, Step]:
    """The first message of a boot. What came before it in the same boot nobody can tell: no gap."""
    fresh = Boot(name, seq, (), ((seq, digest),), seq)
    return Order((fresh, *known.boots)[:BOOTS]), Step("new", name)


def _within(known: Order, boot: Boot, seq: int, digest: str) -> tuple[Order, Step]:
    recent = (*boot.recent, (seq, digest))[-RECENT:]
    if seq > boot.seq:
        gap = (boot.seq + 1, seq - 1) if seq > boot.seq + 1 else None
        gaps = _bounded((*boot.gaps, gap)) if gap else boot.gaps
        earlier = boot.name != known.boots[0].name
        step = Step("new", boot.name, gap, behind=earlier)
        return _put(known, replace(boot, seq=seq, gaps=gaps, recent=recent)), step
    filled = next(((a, z) for a, z in boot.gaps if a <= seq <= z), None)
    if filled is not None:
        gaps = _bounded(tuple(part for g in boot.gaps for part in (_split(g, seq) if g == filled else (g,))))
        step = Step("late", boot.name, filled=filled, behind=True)
        return _put(known, replace(boot, gaps=gaps, recent=recent)), step
    if seq < boot.below:
        gap = (seq + 1, boot.below - 1) if seq + 1 < boot.below else None
        gaps = _bounded((gap, *boot.gaps)) if gap else boot.gaps
        step = Step("late", boot.name, gap, behind=True)
        return _put(known, replace(boot, gaps=gaps, recent=recent, below=seq)), step
    told = dict(boot.recent).get(seq)
    kind: Literal["repeated", "reused"] = "reused" if told is not None and told != digest else "repeated"
    return known, Step(kind, boot.name)


def _bounded(gaps: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Too many gaps: the two oldest become one. What lies between may be asked for again, and is known again
    by its time; nothing that comes late is taken for a repetition and lost."""
    while len(gaps) > GAPS:
        gaps = ((gaps[0][0], gaps[1][1]), *gaps[2:])
    return gaps


def _split(gap: tuple[int, int], seq: int) -> tuple[tuple[int, int], ...]:
    low, high = gap
    return tuple((a, z) for a, z in ((low, seq - 1), (seq + 1, high)) if a <= z)


def _put(known: Order, boot: Boot) -> Order:
    return Order(tuple(boot if b.name == boot.name else b for b in known.boots))
