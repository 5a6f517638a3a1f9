"""Whether a sheet of paper still says what the permit says: what changed since it was printed.

The sheet is compared with the permit as it stood when the sheet was printed, folded from the chain; what the
paper itself says is never believed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from davy_core.permits.paper import Sheet
from davy_core.permits.sheets import FILL, newest
from davy_core.permits.state import Permit

WORKABLE = frozenset({"issued", "active"})
"""In any other state no work may go on, whatever a paper says."""
BEFORE = frozenset({"draft", "submitted"})
WORTHLESS = frozenset(
    {
        "ended",
        "expired",
        "paused",
        "was_paused",
        "not_issued",
        "amended",
        "validity",
        "level",
        "work",
        "measures",
    }
)
"""What makes the paper worthless. The rest makes it old: the permit knows more than the paper."""
ANEW = frozenset({"PermitReturned", "PermitRecalled", "PermitAmended"})
"""After these the request was written anew, its words too, which nothing here can compare."""
TOLD: Mapping[str, Callable[[Permit], object]] = {
    "validity": lambda p: p.window,
    "level": lambda p: (p.type, p.place, p.level),
    "measures": lambda p: (
        [(m.id, m.applies, m.by, m.values) for m in p.measures]
        + [(h.row, h.applies) for h in p.hazards]
        + [p.risk_grade]
    ),
    "work": lambda p: (p.work, p.contractor, p.scenario),
    "links": lambda p: p.links,
    "briefing": lambda p: (p.briefing.by, p.briefing.at, p.briefing.items),
    "gas": lambda p: [(r.id, r.verdict, len(r.readings)) for r in p.rounds],
    "people": lambda p: p.crew,
    "signatures": lambda p: (p.signatures, p.ticket_verified, p.briefing.signed),
    "state": lambda p: p.state,
}
"""What the printed form tells, and how it is read from a permit."""


@dataclass(frozen=True)
class Standing:
    """How a sheet stands: present (nothing changed and nothing replaced it), old or worthless. `changed`
    tells why, the gravest first; `replaced_by` is the number of the newer sheet."""

    verdict: str
    changed: tuple[str, ...] = ()
    replaced_by: int | None = None

    @property
    def unchanged(self) -> bool:
        """Whether the permit still is as it was printed, which alone makes no paper good: one of a permit
        that is paused or not issued permits nothing from the start."""
        return self.replaced_by is None and set(self.changed) <= {"not_issued", "paused", "ended", "expired"}


def standing(
    sheet: Sheet, printed: Permit, permit: Permit, happened: Iterable[str], now: datetime
) -> Standing:
    """How `sheet` stands at `now`. `printed` is the permit at the print, `happened` the types of the events
    since then."""
    types = frozenset(happened)
    changed = [*_stops(permit, types, now), *(k for k, read in TOLD.items() if read(printed) != read(permit))]
    if sheet.purpose == FILL:  # it tells nothing of the permit and is written on while work is stopped, too
        changed = [code for code in changed if code in {"ended", "expired"}]
    last = newest(permit, sheet.purpose)
    replaced = last.n if last is not None and last.n != sheet.n else None
    dead = replaced is not None or not WORTHLESS.isdisjoint(changed)
    return Standing("worthless" if dead else "old" if changed else "present", tuple(changed), replaced)


def _stops(permit: Permit, types: frozenset[str], now: datetime) -> list[str]:
    """What ends the worth of any paper of this permit, whatever it says."""
    if permit.state == "paused":
        return ["paused"]
    if permit.state not in WORKABLE:
        return ["not_issued" if permit.state in BEFORE else "ended"]
    if now > permit.window.end:
        return ["expired"]
    happened = (("amended", ANEW), ("was_paused", frozenset({"WorkPaused"})))
    return [code for code, those in happened if not those.isdisjoint(types)]
