"""A plant in memory and one permit in it: facts that fit, commands by name, the state that `apply` folds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from davy_core.conflicts.job import Spot
from davy_core.explosion.terminal import Terminal
from davy_core.instants import iso
from davy_core.outcome import Accepted, Event, Outcome
from davy_core.permits.apply import apply
from davy_core.permits.command import Command
from davy_core.permits.decide import decide
from davy_core.permits.facts import (
    Actor,
    Calendar,
    Certificate,
    Contact,
    Facts,
    Fix,
    Ground,
    Neighbour,
    Person,
    Post,
    Special,
    Step,
)
from davy_core.permits.fitness import Fitness
from davy_core.permits.gas_plan import plan_of
from davy_core.permits.nearby import Nearby, OutageSeen
from davy_core.permits.plan import Planned
from davy_core.permits.relied import Relied
from davy_core.permits.state import Permit
from davy_core.permits.tests.book import matrix, rulebook
from davy_core.place.distance import Place
from davy_core.signatures.ways import PASSWORD, Proof
from davy_core.weather.observation import Weather

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # Monday, 08:30 in Shanghai
PERMIT = "01a1ffd7-0000-7000-8000-000000000001"
SITE, AREA, POINT, OTHER = (f"01a1ffd7-0000-7000-8000-00000000001{n}" for n in range(4))
SHOTS = tuple(f"{n:064x}" for n in range(10, 300))
PHOTO = SHOTS[0]
SPOT = Spot(SITE, AREA, POINT, place=Place(31.2304, 121.4737), height_m=0.0)
STROKES = "[[[0,0],[9,9]]]"
AT_POINT = Fix(0.0, 3.0)
FIVE = dict.fromkeys(("ventilation", "isolation", "detection", "protection", "communication"), True)

PEOPLE = ("li", "wang", "qian", "zhou", "wu", "zhao", "zheng", "chen", "feng", "chu", "wei", "sun")
POSTS = {
    "area_head": "zhao", "safety_dept": "zheng", "leader": "chen", "production_head": "chen",
    "shift_leader": "feng", "control_room": "chu", "acceptor": "wei", "technical_dept": "zheng",
}  # fmt: skip
CREW = {
    "responsible": "li", "guardian": "wang", "briefer": "wu", "workers": ["qian"], "analysts": ["zhou"],
    "confirmers": ["wu"],
}  # fmt: skip
WORK: Mapping[str, Mapping[str, Any]] = {
    "hot": {
        "mode": "arc_welding", "in_operation": False, "whole_unit_down": False, "outdoors": False,
        "over_height": False, "big_equipment": False, "outer_wall": False, "oxygen_equipment": False,
        "needs_plan": False,
    },
    "confined": {
        "space_name": "V-102", "former_medium": "methanol", "big_space": True, "flammable": True,
        "toxic": True, "ventilation": "forced",
    },
    "height": {
        "height_m": "3", "factors": ["none"], "surroundings": ["none"], "trade": "inspect", "outdoors": False,
        "crossed": False, "double_layer": False,
    },
    "leak_sealing": {
        "line_name": "PL-1203", "medium": "蒸汽", "leak": "flange", "pressure_most": "1.2", "wall_least": "4",
        "extreme_toxic": False, "brittle": False, "flammable": False, "hot": True,
    },
    "maintenance": {
        "equipment_name": "P-201A", "energy": ["electric", "pressure"], "isolation_needed": False,
        "medium_inside": True, "rotating": True, "needs_trial": True, "vibration_most": "4.5",
        "temperature_most": "75",
    },
}  # fmt: skip
PAPERS = {"special_operation": "熔化焊接与热切割作业", "guardian": "监护人", "gas_analyst": "气体分析"}


def _papers() -> tuple[Certificate, ...]:
    until = MORNING + timedelta(days=400)
    return tuple(Certificate(kind, item, None, until, True) for kind, item in PAPERS.items())


EX_PHONE = Terminal(known=True, mark="Ex ia IIC T6 Ga")
"""Good everywhere but in dust."""


@dataclass
class World:
    """What stands around the permit, to be changed by tests, and the permit itself."""

    type: str = "hot"
    now: datetime = MORNING
    permit: Permit | None = None
    history: list[Event] = field(default_factory=list)
    people: dict[str, Person] = field(
        default_factory=lambda: {p: Person(p, "active", None, _papers(), fitness=Fitness()) for p in PEOPLE}
    )
    posts: dict[str, Post] = field(default_factory=lambda: {k: Post(holder=v) for k, v in POSTS.items()})
    ground: Ground = field(
        default_factory=lambda: Ground(
            site=SITE, area=AREA, area_class="fire_explosion", ex_zone="2", major_hazard=False,
            tank_farm_bund=False, pipe_rack=False, fixed_hot_zone=False, fixed_zone_review_ok=False,
            fence_m=50.0, substances=("methanol",), shifts_known=True, equipment="tank",
        )
    )  # fmt: skip
    neighbours: tuple[Neighbour, ...] = ()
    nearby: tuple[Nearby, ...] = ()
    outage: OutageSeen | None = field(default_factory=OutageSeen)
    specials: tuple[Special, ...] = ()
    calendar_set: bool = True
    step: Step | None = "approver"
    contact_age: timedelta | None = timedelta(seconds=20)
    wind: int | None = 2
    clock_ok: bool = True
    shift_bounds: tuple[datetime, ...] = ()
    plan_required: bool | None = False
    planned: Planned | None = None
    watch_gap: timedelta | None = None
    isolations: tuple[Relied, ...] | None = ()
    proof: Proof | None = PASSWORD
    _ids: Any = field(default_factory=lambda: count(1))

    def copy(self) -> World:
        """The same world, to go another way."""
        return replace(
            self, history=list(self.history), people=dict(self.people), posts=dict(self.posts), _ids=self._ids
        )

    def weather(self) -> Weather | None:
        """Dry and clear, with this wind; None when nobody looked."""
        told: Any = {"gust": self.wind, "rain": "none", "snow": "none", "fog": "none"}
        seen = self.now - timedelta(minutes=10)
        return None if self.wind is None else Weather(seen, "person", self.wind, **told)

    def facts(self, who: str | None = None, **over: Any) -> Facts:
        """The snapshot for a command of this person (None: the clock; "watch": the watch of instruments),
        standing at the point."""
        actor = Actor("clock") if who is None else Actor("person", who, self.proof)
        if who == "watch":
            actor = Actor("watch")
        contact = (
            None
            if self.contact_age is None
            else Contact(self.now - self.contact_age, "inside", self.now - self.contact_age)
        )
        found = Facts(
            now=self.now,
            occurred_at=self.now,
            actor=actor,
            rulebook=rulebook(self.type),
            fix=AT_POINT,
            people=dict(self.people),
            posts=dict(self.posts),
            ground=self.ground,
            calendar=Calendar(self.calendar_set, self.specials, self.step),
            weather=self.weather(),
            neighbours=self.neighbours,
            outage=self.outage,
            guardian_contact=contact,
            attachments=frozenset(SHOTS),
            scan_ok=True,
            number="DH-20261123-001",
            clock_ok=self.clock_ok,
            watch_gap=self.watch_gap,
            simulated=True,
            shift_bounds=self.shift_bounds,
            isolations=self.isolations,
            plan_required=self.plan_required,
            planned=self.planned,
            spot=SPOT,
            matrix=matrix(),
            nearby=self.nearby,
            terminal=EX_PHONE,
        )
        return replace(found, **over)

    def give(self, who: str | None, kind: str, body: Mapping[str, Any] | None = None, **over: Any) -> Outcome:
        """Decide a command on the permit as it is, and fold what comes of it."""
        command = Command(f"01a1ffd7-0000-7000-8000-{next(self._ids) + 100:012d}", kind, PERMIT, body or {})
        outcome = decide(self.permit, command, self.facts(who, **over))
        if self.permit is not None or isinstance(outcome, Accepted):
            for event in outcome.events:
                self.permit = apply(self.permit, event.type, event.data)
                self.history.append(event)
        return outcome

    def must(
        self, who: str | None, kind: str, body: Mapping[str, Any] | None = None, **over: Any
    ) -> tuple[Event, ...]:
        """The events of a command that is to be accepted; else the test has failed, with the reasons."""
        outcome = self.give(who, kind, body, **over)
        if not isinstance(outcome, Accepted):
            told = [(r.code, (r.missing or {}).get("requirement"), dict(r.values)) for r in outcome.reasons]
            pytest.fail(f"{kind} by {who}: {told}")
        return outcome.events

    def later(self, **delta: float) -> None:
        """Let time pass."""
        self.now += timedelta(**delta)

    def shot(self) -> str:
        """A photo that nobody has shown on this permit yet."""
        shown = self.permit.shown if self.permit else ()
        return next(s for s in SHOTS if s not in shown)

    def request(self, **over: Any) -> dict[str, Any]:
        """The body of a request for eight hours from now."""
        return {
            "type": self.type,
            "place": {"site": SITE, "area": AREA, "point": POINT},
            "window": {"from": iso(self.now), "to": iso(self.now + timedelta(hours=8))},
            "crew": {k: list(v) if isinstance(v, list) else v for k, v in CREW.items()},
            "work": dict(WORK[self.type]),
            "content": "更换法兰",
            "photos": [PHOTO],
            **over,
        }

    def readings(self, amount: str | None = None) -> list[dict[str, Any]]:
        """A round over the whole plan sampled now: clean air, or everything combustible at this %vol."""
        assert self.permit is not None
        plan = plan_of(self.permit, self.facts())
        assert plan is not None
        clean = {"oxygen": ("20.9", "%vol"), "combustible": ("0.001", "%vol"), "toxic": ("1", "mg/m3")}
        rows = []
        for point in plan.points:
            for demand in plan.demands:
                value, unit = clean[demand.quality]
                if demand.quality == "combustible" and amount is not None:
                    value = amount
                rows.append(
                    {"point": point, "substance": demand.substance, "value": {"value": value, "unit": unit},
                     "sampled_at": iso(self.now)}
                )  # fmt: skip
        return rows
