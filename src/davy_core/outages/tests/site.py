"""A plant that works on paper for a while, in memory: facts that fit, commands by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import resources
from typing import Any

import yaml

from davy_core.gas.limits import LimitTable
from davy_core.gas.tables import load_limits
from davy_core.instants import iso
from davy_core.outages.apply import apply_block, apply_outage
from davy_core.outages.book import OutageBook
from davy_core.outages.decide import decide_block, decide_outage
from davy_core.outages.facts import OutageCommand, OutageFacts
from davy_core.outages.gaps import gaps
from davy_core.outages.ground import meet
from davy_core.outages.state import Block, Outage
from davy_core.outcome import Accepted, Event, Outcome

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
OUTAGE, BLOCK, SITE, AREA, OTHER = (f"01a1ffd7-0000-7000-8000-0000000000{n}" for n in (90, 91, 10, 11, 12))
POINT, PERMIT = (f"01a1ffd7-0000-7000-8000-0000000000{n}" for n in (20, 30))
PHOTO = "a" * 64
POSTS = {
    "zheng": {"safety_dept"},
    "ding": {"shift_leader"},
    "kong": {"control_room"},
}
PEOPLE = ("li", "wang", "chen", "zheng", "ding", "kong", "sun", "chu")
PRINTED = {"type": "hot", "basis": "b" * 64, "packs": ("gb30871-2022/hot 1.0",)}
CLEAR = ("people_out", "tools_out", "fire_out", "made_safe")


def read(*path: str) -> Any:
    """A parsed file of the contracts."""
    return yaml.safe_load(resources.files("davy_law").joinpath("contracts", *path).read_text("utf-8"))


@cache
def table() -> LimitTable:
    """The limits in force."""
    file = resources.files("davy_law").joinpath("rulepacks", "limits", "substances.yaml")
    return load_limits(yaml.safe_load(file.read_text("utf-8")))


@cache
def book() -> OutageBook:
    """The contract in force."""
    return OutageBook.load(
        read("outages.yaml"), read("lifecycle", "outages.yaml"), read("lifecycle", "blocks.yaml")
    )


@dataclass
class Site:
    """What stands around, to be changed by tests; one outage and one block. 郑 is of the safety department,
    丁 leads the shift, 孔 sits in the control room; 楚 is frozen."""

    now: datetime = MORNING
    outage: Outage | None = None
    block: Block | None = None
    around: dict[str, Any] = field(default_factory=dict)
    history: list[Event] = field(default_factory=list)

    def facts(self, who: str | None, **over: Any) -> OutageFacts:
        """The snapshot for a command of this person (None: the clock)."""
        posts = frozenset(POSTS.get(who or "", ()))
        found = OutageFacts(
            now=self.now,
            occurred_at=self.now,
            book=book(),
            sender="clock" if who is None else "person",
            person=who,
            posts=posts,
            posts_any=posts,
            posts_at={AREA: posts},
            people={p: "frozen" if p == "chu" else "active" for p in PEOPLE},
            attachments=frozenset({PHOTO}),
            others=(self.outage,) if self.outage else (),
            printed=PRINTED,
            number="PB-0001",
            first=1,
            limits=table(),
        )
        return replace(found, **{**self.around, **over})

    def give(self, who: str | None, kind: str, body: Mapping[str, Any] | None = None, **over: Any) -> Outcome:
        """Decide a command on the outage or the block as it is, and fold what comes of it."""
        facts = self.facts(who, **over)
        if kind in book().outages:
            facts = replace(facts, number="TJ-20261123-0001", others=over.get("others", ()))
            outcome = decide_outage(self.outage, OutageCommand(OUTAGE, kind, body or {}), facts)
            if self.outage is not None or isinstance(outcome, Accepted):
                for event in outcome.events:
                    self.outage = apply_outage(self.outage, event.type, event.data)
        else:
            outcome = decide_block(self.block, OutageCommand(BLOCK, kind, body or {}), facts)
            if self.block is not None or isinstance(outcome, Accepted):
                for event in outcome.events:
                    self.block = apply_block(self.block, event.type, event.data)
        self.history += outcome.events
        return outcome

    def must(
        self, who: str | None, kind: str, body: Mapping[str, Any] | None = None, **over: Any
    ) -> list[Event]:
        """Give it and insist; what was written."""
        outcome = self.give(who, kind, body, **over)
        assert isinstance(outcome, Accepted), outcome
        return list(outcome.events)

    def refused(
        self, who: str | None, kind: str, body: Mapping[str, Any] | None = None, **over: Any
    ) -> list[str]:
        """The codes of a refusal."""
        outcome = self.give(who, kind, body, **over)
        assert not isinstance(outcome, Accepted), outcome
        return [reason.code for reason in outcome.reasons]

    def later(self, **by: float) -> Site:
        """Let time pass."""
        self.now += timedelta(**by)
        return self

    def declared(self, hours: float = 4, **over: Any) -> Site:
        """丁 declares an outage of his area from now on."""
        body = {
            "site": SITE,
            "areas": [AREA],
            "reason": "power",
            "from": iso(self.now),
            "until": iso(self.now + timedelta(hours=hours)),
        }
        self.must("ding", "declare_outage", {**body, **over})
        return self

    def ended(self) -> Site:
        """丁 ends it now."""
        self.must("ding", "end_outage", {"ended": iso(self.now)})
        return self

    def printed(self, count: int = 3, **over: Any) -> Site:
        """郑 prints sheets for hot work in the area, and 李 takes them over."""
        body = {"template": "hot", "site": SITE, "areas": [AREA], "count": count, **over}
        self.must("zheng", "print_block", body)
        self.must("zheng", "hand_over_block", {"to": "li"})
        self.must("li", "take_block", {"counted": count})
        return self

    def serial(self, n: int = 0) -> str:
        """The n-th sheet of the block."""
        assert self.block is not None
        return self.block.sheets[n].serial

    def state(self, n: int = 0) -> str:
        """How the n-th sheet stands."""
        assert self.block is not None
        return self.block.sheets[n].state

    def register(self, n: int = 0, who: str = "li", **over: Any) -> list[Event]:
        """A sheet turns up at the point, with work going on."""
        place = {"site": SITE, "area": AREA, "point": POINT}
        return self.must(
            who, "register_sheet", {"serial": self.serial(n), "place": place, "condition": "going_on", **over}
        )

    def filled(self, n: int = 0, **over: Any) -> dict[str, Any]:
        """What 李 enters of a sheet whose work ran from an hour ago until now."""
        return {
            "serial": self.serial(n),
            "from": iso(self.now - timedelta(hours=1)),
            "to": iso(self.now),
            "outcome": "finished",
            "responsible": "chen",
            "guardian": "wang",
            "workers": [],
            "photos": [PHOTO],
            **over,
        }

    def clear(self, n: int = 0, **over: Any) -> dict[str, Any]:
        """Every item of a cleared place, answered yes."""
        return {"serial": self.serial(n), "items": [{"item": i, "so": True} for i in CLEAR], **over}

    def gaps(self, area: str = AREA) -> list[str]:
        """The serials that keep work in an area from starting."""
        if self.block is None or self.outage is None:
            return []
        return [g.serial for g in gaps(self.block, self.outage) if meet(g.areas, (area,))]


def kinds(events: list[Event]) -> list[str]:
    """The kinds of the alarms among the events."""
    return [str(e.data["kind"]) for e in events if e.type == "AlarmRaised"]
