"""A pump to be isolated, in memory: facts that fit, commands by name, the state that `apply` folds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import resources
from itertools import count
from typing import Any

import pytest
import yaml

from davy_core.explosion.marks import Zone
from davy_core.explosion.terminal import Terminal
from davy_core.isolations.apply import apply
from davy_core.isolations.book import IsolationBook
from davy_core.isolations.decide import decide
from davy_core.isolations.facts import IsolationCommand, IsolationFacts
from davy_core.isolations.state import Isolation
from davy_core.outcome import Accepted, Event, Outcome, Refused
from davy_core.permits.nearby import OutageSeen
from davy_core.permits.parts import Crew, Pause, Place, Window
from davy_core.permits.state import Permit

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
ISOLATION, SITE, AREA = (f"01a1ffd7-0000-7000-8000-0000000000{n}" for n in (90, 10, 11))
PUMP, PIPE = "01a1ffd7-0000-7000-8000-000000000001", "01a1ffd7-0000-7000-8000-000000000002"
PHOTOS = tuple(f"{n:064x}" for n in range(1, 400))
POSTS = {"zhao": {"area_head"}, "feng": {"shift_leader"}, "zheng": {"safety_dept"}}
PEOPLE = ("li", "wang", "qian", "sun", "wu", "he", "zhao", "feng", "zheng", "jiang")
POINTS: list[dict[str, Any]] = [
    {"kind": "blind", "name": "出口盲板", "hazardous": True, "number": "MB-01", "line": "P-1203",
     "x": 0.25, "y": 0.5},
    {"kind": "switch", "name": "电机开关", "hazardous": False},
]  # fmt: skip


def read(*path: str) -> Any:
    """A parsed file of the contracts."""
    return yaml.safe_load(resources.files("davy_law").joinpath("contracts", *path).read_text("utf-8"))


@cache
def book() -> IsolationBook:
    """The contract in force."""
    return IsolationBook.load(read("isolations.yaml"), read("lifecycle", "isolations.yaml"))


def permit(permit_id: str = PUMP, **over: Any) -> Permit:
    """A permit of 李工 with 钱 at work and 王 on guard (王's colleague 孙 on the second permit)."""
    crew = Crew("li", "li", "wang", "wu", ("qian",))
    window = Window(MORNING, MORNING + timedelta(hours=8))
    number = "DH-1" if permit_id == PUMP else "DH-2"
    found = Permit(
        permit_id, "hot", Place(SITE, AREA, AREA), window, crew, MORNING, number=number, state="issued"
    )
    return replace(found, **over)


def at_work(found: Permit) -> Permit:
    """The permit with its work going on."""
    return replace(found, state="active", started_at=MORNING, pause=None)


def at_rest(found: Permit, now: datetime, *, confirmed: bool = True) -> Permit:
    """The permit paused, and the stop confirmed on site."""
    pause = Pause(now, now, confirmed_at=now if confirmed else None)
    return replace(found, state="paused", started_at=MORNING, pause=pause)


@dataclass
class Station:
    """What stands around the isolation, to be changed by tests, and the isolation itself."""

    now: datetime = MORNING
    isolation: Isolation | None = None
    permits: dict[str, Permit] = field(default_factory=lambda: {PUMP: permit(), PIPE: permit(PIPE)})
    people: dict[str, str] = field(default_factory=lambda: dict.fromkeys(PEOPLE, "active"))
    around: dict[str, Any] = field(default_factory=dict)
    history: list[Event] = field(default_factory=list)
    _tags: Any = field(default_factory=lambda: count(1))

    def facts(self, who: str | None, **over: Any) -> IsolationFacts:
        """The snapshot for a command of this person (None: a driver)."""
        found = IsolationFacts(
            now=self.now,
            occurred_at=self.now,
            book=book(),
            sender="driver" if who is None else "person",
            person=who,
            posts=frozenset(POSTS.get(who or "", ())),
            people=self.people,
            permits=self.permits,
            guarded=frozenset(self.permits),
            attachments=frozenset(PHOTOS),
            number="GL-20261123-0001",
            paper=OutageSeen(),
            zone=Zone("2", "IIA", "T2"),
            terminal=Terminal(known=True, mark="Ex ib IIA T3 Gb"),
        )
        return replace(found, **{**self.around, **over})

    def give(self, who: str | None, kind: str, body: Mapping[str, Any] | None = None, **over: Any) -> Outcome:
        """Decide a command on the isolation as it is, and fold what comes of it."""
        command = IsolationCommand(ISOLATION, kind, body or {})
        outcome = decide(self.isolation, command, self.facts(who, **over))
        if self.isolation is not None or isinstance(outcome, Accepted):
            for event in outcome.events:
                self.isolation = apply(self.isolation, event.type, event.data)
                self.history.append(event)
        return outcome

    def must(self, who: str, kind: str, body: Mapping[str, Any] | None = None, **over: Any) -> list[str]:
        """The events of a command that is to be accepted; else the test has failed, with the reasons."""
        outcome = self.give(who, kind, body, **over)
        if isinstance(outcome, Refused):
            pytest.fail(f"{kind} by {who}: {[(r.code, dict(r.values)) for r in outcome.reasons]}")
        return [event.type for event in outcome.events]

    def refused(
        self, who: str | None, kind: str, body: Mapping[str, Any] | None = None, **over: Any
    ) -> list[str]:
        """The codes of a command that is to be refused, which changes nothing."""
        before = self.isolation
        outcome = self.give(who, kind, body, **over)
        assert isinstance(outcome, Refused), kind
        assert self.isolation == before
        return [reason.code for reason in outcome.reasons]

    def photo(self) -> str:
        """A photo that has proven nothing yet."""
        shown = self.isolation.shown if self.isolation else ()
        return next(p for p in PHOTOS if p not in shown)

    def plan(self, points: list[dict[str, Any]] | None = None) -> Station:
        """冯班长 draws it up: 吴 isolates, 何 verifies."""
        body = {
            "place": {"site": SITE, "area": AREA},
            "title": "P-101 泵检修隔离",
            "isolators": ["wu", "jiang"],
            "verifiers": ["he"],
            "points": POINTS if points is None else points,
        }
        self.must("feng", "plan_isolation", body)
        return self

    def state(self, point: str) -> str:
        """How a point stands."""
        assert self.isolation is not None
        found = self.isolation.point(point)
        return found.state if found else "gone"

    def apply(self, point: str, who: str = "wu") -> None:
        """Isolate a point with tag and, where it is due, a lock."""
        assert self.isolation is not None
        found = self.isolation.point(point)
        assert found is not None
        if found.kind == "blind" and found.state == "planned":
            self.must(who, "begin_blind", {"point": point})
        n = next(self._tags)
        lock = {} if found.kind == "blind" else {"lock": f"L{n}"}
        self.must(who, "apply_point", {"point": point, "tag": f"T{n}", "photo": self.photo(), **lock})

    def verify(self, point: str, who: str = "he") -> None:
        """Another person tries it and reads its tag."""
        assert self.isolation is not None
        found = self.isolation.point(point)
        assert found is not None
        body = {"point": point, "tag": found.tag, "zero_energy": True, "photo": self.photo()}
        self.must(who, "verify_point", body)

    def isolate(self) -> Station:
        """Every point applied and verified."""
        assert self.isolation is not None
        for point in [p.id for p in self.isolation.points]:
            self.apply(point)
            self.verify(point)
        return self

    def unlock(self) -> None:
        """Every group lock off."""
        assert self.isolation is not None
        for lock in self.isolation.locks:
            self.must("wu" if lock.kind == "group" else lock.owner, "take_lock_off", {"number": lock.number})

    def restore(self, point: str) -> None:
        """Give a point back, seen by another person."""
        assert self.isolation is not None
        found = self.isolation.point(point)
        assert found is not None
        if found.kind == "blind":
            self.must("wu", "begin_blind", {"point": point})
        self.must("wu", "remove_point", {"point": point, "photo": self.photo()})
        self.must("he", "confirm_restored", {"point": point, "photo": self.photo()})
