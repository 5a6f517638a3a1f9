"""What a decision knows around: permits in space and time, their people and coordinators; and paper."""

from __future__ import annotations

from dataclasses import dataclass

from davy_core.conflicts.job import Job
from davy_core.permits.parts import Crossing


@dataclass(frozen=True)
class Nearby:
    """Another permit of the site that may be in the way: its work in space and time, who is on it, and what
    coordinators signed on it. A submitted one is only planned and stops nobody (S23)."""

    job: Job
    number: str | None
    state: str
    clearance: str
    people: frozenset[str] = frozenset()
    crossings: tuple[Crossing, ...] = ()


@dataclass(frozen=True)
class Untold:
    """A sheet of which nobody told since an outage was over. It may be at work: `jobs` are what it would be
    in each area that it may be in, one without a place for the whole site."""

    serial: str
    holder: str
    jobs: tuple[Job, ...]


@dataclass(frozen=True)
class OutageSeen:
    """Paper around a permit, by one look and never the register of sheets (S18): outages that go on here now
    (by number), every live sheet of the site as a work, and the sheets of the site of which nobody told since
    an outage was over."""

    open: tuple[str, ...] = ()
    live: tuple[Job, ...] = ()
    gaps: tuple[Untold, ...] = ()
