"""The parts of a permit: place, window, crew, JSA rows, measures, gas rounds, signatures, causes of a pause.

Instants are timezone-aware, gas values Decimals with a unit. Persons, posts, places, attachments are ids.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType

from davy_core.permits.provenance import Provenance


@dataclass(frozen=True)
class Place:
    """Where the work is done; one permit stands for one work point (S12)."""

    site: str
    area: str
    point: str
    equipment: str | None = None


@dataclass(frozen=True)
class Window:
    """实施时间: from `start` to `end`. Fixed at issue; nothing moves it afterwards (S10)."""

    start: datetime
    end: datetime


@dataclass(frozen=True)
class Crew:
    """The people named on the permit, by person id."""

    applicant: str
    responsible: str | None = None
    guardian: str | None = None
    briefer: str | None = None
    workers: tuple[str, ...] = ()
    analysts: tuple[str, ...] = ()
    confirmers: tuple[str, ...] = ()

    def on_site(self) -> tuple[str, ...]:
        """Everybody who must be briefed and checked in: responsible person, workers, guardian."""
        named = (self.responsible, *self.workers, self.guardian)
        return tuple(dict.fromkeys(person for person in named if person))

    def doing_the_work(self) -> frozenset[str]:
        """Those who may never approve or accept this permit (separation of duties)."""
        single = {self.applicant, self.responsible, self.guardian}
        return frozenset(p for p in (*single, *self.workers) if p)


@dataclass(frozen=True)
class Hazard:
    """One row of the JSA; `applies` is None until somebody answered it."""

    row: str
    applies: bool | None = None
    controls: tuple[str, ...] = ()
    by: str | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class Measure:
    """One safety measure of the form: what its template asks, and its answer 涉及/不涉及."""

    id: str
    order: str = "any"
    photo_due: bool = False
    ventilation: bool = False
    critical: bool = False
    asked: tuple[str, ...] = ()
    applies: bool | None = None
    by: str | None = None
    at: datetime | None = None
    photo: str | None = None
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Reading:
    """One gas reading as judged when it was recorded; `taken`: from which instrument, if from one."""

    point: str
    substance: str
    value: Decimal
    unit: str
    sampled_at: datetime
    verdict: str
    reason: str | None = None
    source: str = "manual"
    clock: str = "server"
    limit: str | None = None
    limit_unit: str | None = None
    taken: Provenance | None = None


@dataclass(frozen=True)
class Round:
    """A gas round: the worst value per point and substance wins; a later round supersedes it (S4)."""

    id: str
    by: str
    recorded_at: datetime
    verdict: str
    complete: bool
    sampled_at: datetime | None
    points: Mapping[str, str]
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True)
class RecordDuty:
    """A value or check that the template asks for: when it is due (before_sign, before_start, during,
    before_accept), and every how many seconds while work goes on (0: once)."""

    id: str
    due: tuple[str, ...]
    every_s: int = 0


@dataclass(frozen=True)
class Recorded:
    """One recorded value or check; `value` is None for a check. `ok`: within its limits, or found good."""

    record: str
    by: str
    at: datetime
    ok: bool
    value: Decimal | None = None
    photo: str | None = None


@dataclass(frozen=True)
class Briefing:
    """安全交底: who gave it, what was said, who signed it and when."""

    by: str | None = None
    at: datetime | None = None
    items: tuple[str, ...] = ()
    signed: Mapping[str, datetime] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Stage:
    """One node of the approval route, as pinned at submission."""

    id: str
    posts: tuple[str, ...]
    mode: str = "any"
    on_site: bool = False
    radius_m: float = 5.0
    deadline_s: int = 7200
    superior: str | None = None
    covers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Signature:
    """One approver's signature on one stage."""

    stage: str
    person: str
    post: str
    at: datetime


@dataclass(frozen=True)
class Handing:
    """转办: the decision of one post on one stage lies with `to` now."""

    stage: str
    post: str
    by: str
    to: str
    at: datetime


@dataclass(frozen=True)
class Copies:
    """抄送: who is told of the issue, by person or by post, and who has read it when."""

    persons: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    read: Mapping[str, datetime] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Review:
    """The review after an urgent repair: the finding, by whom and when."""

    finding: str
    by: str
    at: datetime


@dataclass(frozen=True)
class CheckIn:
    """A person's arrival: inside, outside or unknown against the fence, and the distance in metres."""

    at: datetime
    on_site: str
    distance_m: int | None = None


@dataclass(frozen=True)
class Cause:
    """An open reason for a pause. `detail` is the requirement or the person it is about."""

    id: str
    kind: str
    at: datetime
    by: str
    detail: str | None = None


@dataclass(frozen=True)
class Pause:
    """The three times of a pause: decided, received on site, work confirmed stopped (S8)."""

    decided_at: datetime
    began_at: datetime
    by_gas: bool = False
    received_at: datetime | None = None
    confirmed_at: datetime | None = None


@dataclass(frozen=True)
class Rectification:
    """A failed acceptance item, its deadline, and when it was put right."""

    id: str
    due: datetime
    done_at: datetime | None = None


@dataclass(frozen=True)
class Crossing:
    """A coordinator's signature (GB 30871 4.7). `rows`: by the other permit, the conflicts answered for."""

    by: str
    at: datetime
    rows: Mapping[str, tuple[str, ...]]
    items: tuple[str, ...] = ()
