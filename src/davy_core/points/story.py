"""What the log of one permit comes to for points. Stopping is never a fault in it, whoever stopped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from davy_core.findings.history import History, Step

READ = (
    "PermitDrafted",
    "PermitAmended",
    "PersonAssigned",
    "PersonUnassigned",
    "DutyTaken",
    "BriefingSigned",
    "CheckedIn",
    "WorkStarted",
    "WorkPaused",
    "WorkResumed",
    "WatchLapsed",
    "RoundRecorded",
    "WorkFinished",
    "PermitVoided",
    "PermitCancelled",
    "WorkAccepted",
    "ClearanceConfirmed",
)
"""The events that are looked at; all others change nothing."""
ENDS = ("WorkFinished", "PermitVoided", "PermitCancelled")
BREAK = "break"
ROUNDS = "guardian.rounds"


@dataclass(frozen=True)
class Fault:
    """Something that went wrong and is laid to one person: `on` as `fault` in the rules."""

    on: str
    person: str
    event: str


@dataclass(frozen=True)
class Story:
    """One permit whose work began and whose site was accepted or seen clear at `closed_at`. All instants are
    those of the server. `roles` are who held them while the work was live; a worker or analyst is one only if
    he came. `stopped`: somebody or something stopped it, apart from breaks of its own."""

    permit: str
    point: str
    closed_at: datetime
    live: timedelta
    closing: timedelta | None
    stopped: bool
    roles: Mapping[str, frozenset[str]]
    briefed: frozenset[str]
    tests_late: bool
    rounds_late: frozenset[str]
    faults: tuple[Fault, ...]

    def people(self) -> frozenset[str]:
        """Everybody to whom it may give points."""
        return frozenset[str]().union(*self.roles.values())

    def minutes(self) -> int:
        """How long it was live, in whole minutes."""
        return int(self.live.total_seconds() // 60)


def story(history: History) -> Story | None:
    """The story, or None while the permit is not over, or where no work ever began."""
    started = next(history.of("WorkStarted"), None)
    closed = next(history.of("WorkAccepted", "ClearanceConfirmed"), None)
    end = next(history.of(*ENDS), None)
    if started is None or closed is None or end is None:
        return None
    crew = _Crew()
    faults = tuple(_faults(history.steps, crew))
    accepted = end.type == "WorkFinished" and closed.type == "WorkAccepted"
    return Story(
        permit=history.permit,
        point=history.point,
        closed_at=closed.recorded_at,
        live=max(end.recorded_at - started.recorded_at, timedelta(0)),
        closing=closed.recorded_at - end.recorded_at if accepted else None,
        stopped=any(step.data.get("kind") != BREAK for step in history.of("WorkPaused")),
        roles=crew.roles(),
        briefed=frozenset(step.by for step in history.of("BriefingSigned")),
        tests_late=any(fault.on == "late_tests" for fault in faults),
        rounds_late=frozenset(fault.person for fault in faults if fault.on == "late_rounds"),
        faults=tuple(fault for fault in faults if fault.on != "late_tests"),
    )


class _Crew:
    """Who is on the permit as the log goes on, and who was while it was live."""

    def __init__(self) -> None:
        self.now: dict[str, frozenset[str]] = {}
        self.held: dict[str, set[str]] = defaultdict(set)
        self.came: set[str] = set()
        self.live = False

    def guardian(self) -> str:
        return next(iter(self.now.get("guardian", frozenset())), "")

    def responsible(self) -> str:
        return next(iter(self.now.get("responsible", frozenset())), "")

    def see(self, step: Step) -> None:
        """Take in one event."""
        data = step.data
        if step.type in {"PermitDrafted", "PermitAmended"} and "crew" in data:
            self.now = _named(data["crew"])
        elif step.type == "PersonAssigned":
            self.now[data["duty"]] = self.now.get(data["duty"], frozenset()) | {str(data["person"])}
        elif step.type == "PersonUnassigned":
            self.now[data["duty"]] = self.now.get(data["duty"], frozenset()) - {str(data["person"])}
        elif step.type == "DutyTaken":
            self.now[data["duty"]] = frozenset({step.by})
        self.live = (self.live or step.type == "WorkStarted") and step.type not in ENDS
        if step.type in {"CheckedIn", "DutyTaken", "RoundRecorded"}:
            self.came.add(step.by)
        if self.live:
            for role, people in self.now.items():
                self.held[role] |= people

    def roles(self) -> Mapping[str, frozenset[str]]:
        """Role → who held it while the work was live and, of workers and analysts, came."""
        named = {"applicant": self.now.get("applicant", frozenset())}
        for role in ("responsible", "guardian"):
            named[role] = frozenset(self.held[role])
        for role in ("worker", "analyst"):
            named[role] = frozenset(self.held[role] & self.came)
        return MappingProxyType(named)


def _named(crew: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    single = {role: crew.get(role) for role in ("applicant", "responsible", "guardian")}
    several = {role: crew.get(f"{role}s") or () for role in ("worker", "analyst")}
    return {
        **{role: frozenset({str(one)} if one else ()) for role, one in single.items()},
        **{role: frozenset(map(str, people)) for role, people in several.items()},
    }


def _faults(steps: Sequence[Step], crew: _Crew) -> Iterator[Fault]:
    """What went wrong while the work went on. What lapses while it stands still is nobody's fault, so that no
    stop ever costs anything; and what takes the permit back costs nothing to whoever did it."""
    still = False
    for step in steps:
        crew.see(step)
        if step.type == "WorkPaused":
            still = True
            if step.data.get("kind") == "violation" and step.by != crew.responsible():
                yield Fault("taken_back", crew.responsible(), step.event)
        elif step.type in {"WorkResumed", "WorkStarted"}:
            still = False
        elif step.type == "WatchLapsed" and not still and crew.live:
            about = str(step.data.get("requirement", ""))
            if about.startswith(ROUNDS):
                yield Fault("late_rounds", crew.guardian(), step.event)
            elif ".gas." in f".{about}.":
                yield Fault("late_tests", "", step.event)
