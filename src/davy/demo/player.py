"""Plays permits: looks at one, asks the script what comes next, and has it done when its time has come.

The same player plays the simulated past, where time jumps from act to act, and the present.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from davy.db import tenant
from davy.demo.cast import Cast
from davy.demo.hand import Hand
from davy.demo.scene import CLOCK, Act, Pace, Scene
from davy.demo.script import next_acts
from davy.permits import queries
from davy.permits.facts import load
from davy.rulebook import books
from davy.sites import queries as sites
from davy_core.permits.rulebook import Rulebook
from davy_core.permits.state import Permit

__all__ = ["Player", "Run", "refusals"]

_log = logging.getLogger(__name__)

PATIENCE = 5  # refusals of one permit, then its people give it up
LONGEST = timedelta(minutes=15)
NOT_WATCHING = "system_not_watching"  # nobody's fault; the clock will come back
WATCHED = frozenset({"start", "enter_space", "resume", "resolve_cause"})  # steps that ask for the guardian
GIVE_UP: Mapping[str, tuple[str, str]] = {
    "draft": ("withdraw", "applicant"), "submitted": ("withdraw", "applicant"),
    "issued": ("void", "area_head"), "active": ("void", "area_head"), "paused": ("void", "area_head"),
}  # fmt: skip


@dataclass
class Run:
    """One permit being played. `version` and `since` are as this player left it; `acts` are still to come."""

    permit: str
    point: str
    version: int = 0
    since: datetime | None = None
    acts: deque[Act] = field(default_factory=deque)
    tried: set[str] = field(default_factory=set)
    refused: dict[str, int] = field(default_factory=dict)
    alarmed: bool = False
    guardian: str | None = None
    state: str = "draft"


def refusals(answer: Mapping[str, Any]) -> list[str]:
    """What a refused command was told, for the log: codes and requirements."""
    return [str((r.get("missing") or {}).get("requirement") or r["code"]) for r in answer["reasons"]]


class Player:
    """Plays with the hands of everybody. `simulated` means that acts happen at their own time, not now."""

    def __init__(self, cast: Cast, *, simulated: bool) -> None:
        """A player of the cast."""
        self.cast = cast
        self.hand = Hand(cast)
        self.simulated = simulated
        self._books: dict[str, Rulebook] = {}

    def look(self, run: Run) -> tuple[Permit, dict[str, Any]] | None:
        """The permit as it stands, or None when it was never drafted."""
        with self._inside():
            return load(self.cast.company, UUID(run.permit))

    def _inside(self) -> AbstractContextManager[None]:
        """The tenant block of the company: the one we are in, else a new one."""
        try:
            tenant.current()
        except tenant.NoTenantError:
            return tenant.company(self.cast.company)
        return nullcontext()

    def think(self, run: Run, now: datetime, pace: Pace) -> Permit | None:
        """Fill `run.acts` with what its people will do next; the permit they looked at."""
        run.acts.clear()
        found = self.look(run)
        if found is None:
            return None
        permit, row = found
        run.version, run.state, run.guardian = int(row["version"]), permit.state, permit.crew.guardian
        scene = Scene(
            cast=self.cast,
            permit=permit,
            version=run.version,
            since=run.since or now,
            now=now,
            book=self._book(permit),
            pace=pace,
            tried=frozenset(run.tried),
            frozen=self._frozen(permit),
        )
        tired = max(run.refused.values(), default=0) >= PATIENCE
        acts = self._given_up(scene) if tired else next_acts(scene)
        run.acts.extend(acts)
        return permit

    def do(self, run: Run, now: datetime) -> Mapping[str, Any]:
        """Have the next act done; the door's answer. Raises DoorBusyError, and IndexError without an act."""
        act = run.acts.popleft()
        spot = self.cast.spots[run.point]
        if self.simulated and act.kind in WATCHED and run.guardian:
            self._phone(run, now)
        answer = self.hand.permit(run.permit, spot, act, run.version, now if self.simulated else None)
        run.version = max(run.version, int(answer["version"]))
        run.since = now
        if act.daring:
            run.tried.add(act.kind)
        if answer["verdict"] == "accepted":
            run.alarmed = run.alarmed or "AlarmRaised" in answer["events"]
        else:
            self._refused(run, act, answer)
        return answer

    def _phone(self, run: Run, now: datetime) -> None:
        """The guardian's phone gives a sign of life in the time of the simulated past."""
        with self._inside():
            queries.touch(self.cast.company, UUID(run.permit), UUID(run.guardian), now, "inside")

    def _refused(self, run: Run, act: Act, answer: Mapping[str, Any]) -> None:
        """Remember what was tried, so that it is not tried for ever; what was not expected counts."""
        run.acts.clear()
        run.alarmed = True
        if act.kind == "resolve_cause":
            run.tried.add(f"refused:{str(act.body['cause']).partition(':')[0]}")
        if act.daring or answer["code"] == NOT_WATCHING:
            return
        times = run.refused[act.kind] = run.refused.get(act.kind, 0) + 1
        assert run.since is not None  # noqa: S101 - set by `do`
        run.since += min(timedelta(minutes=2**times), LONGEST)
        _log.info("%s refused on %s: %s", act.kind, run.permit, refusals(answer))

    def _frozen(self, permit: Permit) -> bool:
        if not any(cause.kind == "area_frozen" for cause in permit.causes):
            return False
        with tenant.company(self.cast.company):
            place = sites.place(self.cast.company, area_id=UUID(permit.place.area))
        return place is not None and place.frozen_by is not None

    def _book(self, permit: Permit) -> Rulebook:
        known = permit.basis or permit.type
        if known not in self._books:
            with tenant.company(self.cast.company):
                if permit.basis:
                    self._books[known] = books.pinned(self.cast.company, permit.basis)
                else:
                    self._books[known] = books.current(self.cast.company, permit.template)
        return self._books[known]

    def _given_up(self, scene: Scene) -> list[Act]:
        if scene.permit.state not in GIVE_UP or scene.permit.window.end < scene.now:
            return [a for a in next_acts(scene) if a.who == CLOCK]
        kind, by = GIVE_UP[scene.permit.state]
        who = scene.permit.crew.applicant if by == "applicant" else scene.holder(by)
        return scene.one(kind, who, {"reason": "条件不具备，另行办票"}) if who else []
