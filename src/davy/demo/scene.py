"""A permit as the people on it see it, and what somebody is going to do next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from davy.demo import pictures
from davy.demo.cast import Cast, Spot
from davy.demo.dice import Dice
from davy.demo.strokes import sign
from davy_core.permits.duties import person_duties
from davy_core.permits.facts import Actor, Facts, Ground
from davy_core.permits.gas_plan import plan_of
from davy_core.permits.rulebook import Rulebook
from davy_core.permits.state import Permit
from davy_core.permits.todo import todo

__all__ = ["CLOCK", "HISTORY", "LIVE", "RUSH", "Act", "Pace", "Scene"]

CLOCK = "clock"

# Minutes that pass before somebody takes a step, and seconds between the rows of one.
WAITS: Mapping[str, tuple[float, float]] = {
    "submit": (2, 9),
    "withdraw": (5, 20),
    "refuse": (3, 22),
    "return_to_draft": (3, 22),
    "confirm_hazard": (1, 5),
    "answer_measure": (3, 12),
    "plan_ventilation": (2, 8),
    "switch_ventilation": (1, 4),
    "record_round": (3, 9),
    "give_briefing": (2, 6),
    "sign_briefing": (0.4, 1.5),
    "sign_stage": (3, 22),
    "check_in": (1, 6),
    "five_checks": (1, 4),
    "verify_ticket": (2, 9),
    "start": (1, 4),
    "receive_pause": (0.1, 0.3),
    "confirm_stopped": (0.4, 1.4),
    "leave_space": (0.4, 1.2),
    "enter_space": (1.5, 4),
    "resolve_cause": (2, 8),
    "stand_by": (0.4, 2),
    "resume": (0.4, 2),
    "void": (4, 15),
    "approve_cancel": (3, 12),
    "sign_shift": (1, 4),
    "finish": (0.3, 1),
    "check_residual_fire": (0.2, 4),
    "accept": (4, 25),
    "reject_work": (4, 20),
    "rectify": (6, 25),
    "confirm_clear": (6, 25),
}
ROWS: Mapping[str, tuple[float, float]] = {
    "confirm_hazard": (5, 18),
    "answer_measure": (8, 35),
    "sign_briefing": (15, 50),
    "check_in": (10, 70),
    "leave_space": (10, 40),
    "enter_space": (15, 60),
    "sign_shift": (10, 40),
}


@dataclass(frozen=True)
class Pace:
    """How fast people are: 1 as in life. `rows` is for the rows of one step."""

    waits: float
    rows: float


HISTORY, LIVE, RUSH = Pace(1.0, 1.0), Pace(0.35, 0.5), Pace(0.0, 0.0)


@dataclass(frozen=True)
class Act:
    """A command that `who` (a person's id, or the clock) will give. `daring`: it may well be refused."""

    at: datetime
    who: str
    kind: str
    body: Mapping[str, Any] = field(default_factory=dict)
    daring: bool = False


@dataclass(frozen=True)
class Scene:
    """One permit. `since`: when it last changed; `tried`: what was dared already; `frozen`: all work in the
    area is stopped."""

    cast: Cast
    permit: Permit
    version: int
    since: datetime
    now: datetime
    book: Rulebook
    pace: Pace
    tried: frozenset[str] = frozenset()
    frozen: bool = False

    @cached_property
    def dice(self) -> Dice:
        """The luck of this permit."""
        return Dice(self.permit.id)

    @cached_property
    def spot(self) -> Spot:
        """Where it is."""
        return self.cast.spots[self.permit.place.point]

    @cached_property
    def facts(self) -> Facts:
        """As much as is needed to tell who has which duty, and what is to be measured."""
        return Facts(
            now=self.now,
            occurred_at=self.now,
            actor=Actor("clock"),
            rulebook=self.book,
            posts=self.cast.posts[self.permit.place.area],
            ground=Ground(substances=self.spot.substances, area_class=self.spot.area_class),
        )

    @cached_property
    def tests_gas(self) -> bool:
        """Whether such work is tested for gas at all."""
        return plan_of(self.permit, self.facts) is not None

    @cached_property
    def asked(self) -> Mapping[str, Sequence[str]]:
        """Command → the people who have it on their list of things to do, those of the permit first."""
        found: dict[str, list[str]] = {}
        for person in self._candidates():
            duties = person_duties(self.permit, person, self.facts)
            for task in todo(self.permit, person, duties, self.now, gas=self.tests_gas):
                found.setdefault(task.command, []).append(person)
        return found

    def _candidates(self) -> Sequence[str]:
        crew = self.permit.crew
        posts = self.cast.posts[self.permit.place.area].values()
        held = [p for post in posts for p in (post.holder, post.deputy)]
        named = [crew.applicant, *crew.on_site(), crew.briefer, *crew.analysts, *crew.confirmers]
        return list(dict.fromkeys(p for p in (*named, *self.permit.offers.values(), *held) if p))

    def after(self, kind: str) -> datetime:
        """When somebody gets to this step: some time after the permit last changed."""
        least, most = WAITS[kind]
        return self.since + self.dice.minutes(least, most, kind, self.version) * self.pace.waits

    def row(self, kind: str, number: int) -> timedelta:
        """The time that one row of a step takes."""
        least, most = ROWS[kind]
        return self.dice.minutes(least / 60, most / 60, kind, self.version, number) * self.pace.rows

    def series(
        self, kind: str, doings: Sequence[tuple[str, Mapping[str, Any]]], earliest: datetime | None = None
    ) -> list[Act]:
        """One step of several rows, (person, body) each, one after the other."""
        at, acts = max(self.after(kind), earliest or self.since), []
        for number, (who, body) in enumerate(doings):
            at += self.row(kind, number)
            acts.append(Act(at, who, kind, body))
        return acts

    def one(self, kind: str, who: str, body: Mapping[str, Any] | None = None) -> list[Act]:
        """A step of one row."""
        return [Act(self.after(kind), who, kind, body or {})]

    def signature(self, who: str, occasion: str) -> str:
        """A person's signature."""
        return sign(self.cast.people[who].name, f"{self.permit.id} {occasion} {self.version}")

    def photo(self, scene: str, about: str = "") -> str:
        """A picture that shows it, taken for this permit at this moment."""
        return pictures.shot(self.cast.company, scene, f"{self.permit.id} {self.version} {about}")

    def holder(self, *posts: str) -> str | None:
        """Who acts for the first of these posts that has somebody: mostly its holder, sometimes the deputy,
        never one of those who do the work."""
        for code in posts:
            free = [p for p in self.facts.holders(code) if p not in self.permit.crew.doing_the_work()]
            if free:
                return free[-1] if self.dice.chance(0.25, "deputy", code) else free[0]
        return None

    def likes(self, weights: Mapping[str, float], question: str) -> str:
        """One of several ways this permit may go."""
        return self.dice.weighted(weights, question)
