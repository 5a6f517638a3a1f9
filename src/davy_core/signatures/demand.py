"""How strong a signature must be: rows of packs and overlays, of which the strictest that fits counts.

A site adds rows and removes none, so it can raise what is asked and never lower it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from davy_core.fields import Fields
from davy_core.signatures.ways import LEAST, MOST

SIGNED = frozenset({"sign_stage", "sign_crossing", "verify_ticket", "sign_shift", "accept", "confirm_clear"})
"""The commands that carry a signature of this kind."""


@dataclass(frozen=True)
class Demand:
    """One row: signatures at these commands are at least of level `least`. `levels`: only at these levels of
    the work; `last`: only the signature of the last stage, which issues the permit."""

    id: str
    clause: str
    at: frozenset[str]
    least: int
    levels: tuple[str, ...] = ()
    last: bool = False


def load(source: object, place: str, faults: list[str]) -> Demand:
    """A row from parsed data; what is wrong with it is added to `faults`."""
    fields = Fields(source, place, faults)
    at = fields.words("at")
    if not at or not set(at) <= SIGNED:
        fields.fault(f"at names something other than {', '.join(sorted(SIGNED))}")
    least = fields.raw("least")
    if isinstance(least, bool) or not isinstance(least, int) or not LEAST <= least <= MOST:
        fields.fault(f"least is not a level from {LEAST} to {MOST}")
        least = MOST
    found = Demand(
        id=fields.text("id"),
        clause=fields.text("clause"),
        at=frozenset(at),
        least=least,
        levels=fields.words("levels"),
        last=fields.flag("last"),
    )
    fields.finish()
    return found


def twice(rows: Sequence[Demand]) -> list[str]:
    """The ids that stand more than once."""
    names = [row.id for row in rows]
    return sorted({name for name in names if names.count(name) > 1})


def demanded(rows: Iterable[Demand], command: str, *, level: str | None, last: bool) -> int:
    """The least level that a signature at this command needs. A work level that nobody knows (None) is taken
    as the gravest: every row for it applies."""
    found = strictest(rows, command, level=level, last=last)
    return found.least if found else LEAST


def strictest(rows: Iterable[Demand], command: str, *, level: str | None, last: bool) -> Demand | None:
    """The row by which a signature at this command needs what it needs; None: every signature will do."""
    fitting = (row for row in rows if command in row.at and _fits(row, level, last=last))
    return max(fitting, key=lambda row: row.least, default=None)


def _fits(row: Demand, level: str | None, *, last: bool) -> bool:
    if row.last and not last:
        return False
    return not row.levels or level is None or level in row.levels
