"""What is true of one permit: the state that `apply` folds from its events and `decide` reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from davy_core.permits.episode import Episode
from davy_core.permits.graded import Graded
from davy_core.permits.offline import Asked, Untethered
from davy_core.permits.paper import Captured, Decision, Move, Sheet
from davy_core.permits.parts import (
    Briefing,
    Cause,
    CheckIn,
    Copies,
    Crew,
    Crossing,
    Handing,
    Hazard,
    Measure,
    Pause,
    Place,
    RecordDuty,
    Recorded,
    Rectification,
    Review,
    Round,
    Signature,
    Stage,
    Window,
)
from davy_core.permits.plan import Plan
from davy_core.permits.scheme import SchemeName
from davy_core.ventilation.kept import VentilationPlan

EMPTY: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True)
class Permit:
    """One permit. `state` is one of the nine of lifecycle/states.yaml; `clearance` none, open or confirmed
    (S6).
    `risk_grade` is one of davy_core.risk.grades, None until the analysis is graded; `graded` tells it by row,
    `rows_added` who added a row to this permit alone. `ventilation_due`: the
    space needs a plan. `ventilated_since`: the fan runs since then; None while it stands still. `ways`: how
    who signed which stage (stage:person); nothing = by password, from before it was kept. `filed_by`: who
    wrote the request for its applicant; None: the applicant himself."""

    id: str
    type: str
    place: Place
    window: Window
    crew: Crew
    drafted_at: datetime
    filed_by: str | None = None
    state: str = "draft"
    clearance: str = "none"
    number: str | None = None
    level: str = "none"
    requested_level: str | None = None
    minimum_level: str | None = None
    contractor: str | None = None
    work: Mapping[str, object] = field(default_factory=lambda: EMPTY)
    links: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    basis: str | None = None
    submitted_at: datetime | None = None
    stage_since: datetime | None = None
    issued_at: datetime | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    ended_at: datetime | None = None
    end_reason: str | None = None
    hazards: tuple[Hazard, ...] = ()
    measures: tuple[Measure, ...] = ()
    rounds: tuple[Round, ...] = ()
    briefing: Briefing = field(default_factory=Briefing)
    stages: tuple[Stage, ...] = ()
    signatures: tuple[Signature, ...] = ()
    check_ins: Mapping[str, CheckIn] = field(default_factory=lambda: MappingProxyType({}))
    ticket_verified: CheckIn | None = None
    five_checks_at: datetime | None = None
    five_checks_ok: bool = False
    guard_round_at: datetime | None = None
    guard_on_site: str = "unknown"
    stood_by_at: datetime | None = None
    causes: tuple[Cause, ...] = ()
    pause: Pause | None = None
    inside: tuple[str, ...] = ()
    tools_inside: tuple[str, ...] = ()
    ever_inside: tuple[str, ...] = ()
    offers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    shift_signed: Mapping[str, datetime] = field(default_factory=lambda: MappingProxyType({}))
    shift_by: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    fire_checked_at: datetime | None = None
    fire_clear: bool = False
    rectifications: tuple[Rectification, ...] = ()
    place_handed_to: str | None = None
    is_changed: bool = False
    is_cancelled: bool = False
    reminders: tuple[str, ...] = ()
    lapsed: tuple[str, ...] = ()
    unknown_since: Mapping[str, datetime] = field(default_factory=lambda: MappingProxyType({}))
    proven_at: datetime | None = None
    released: tuple[str, ...] = ()
    ticket_by: str | None = None
    coordinator: str | None = None
    crossings: tuple[Crossing, ...] = ()
    risk_grade: str | None = None
    graded: Mapping[str, Graded] = field(default_factory=lambda: MappingProxyType({}))
    rows_added: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    plan: Plan | None = None
    scheme: SchemeName | None = None
    ventilation_due: bool = False
    ventilation: VentilationPlan | None = None
    ventilated_since: datetime | None = None
    scenario: str | None = None
    urgent: bool = False
    added_by: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    handed: tuple[Handing, ...] = ()
    copies: Copies = field(default_factory=Copies)
    review: Review | None = None
    record_duties: tuple[RecordDuty, ...] = ()
    recorded: tuple[Recorded, ...] = ()
    ways: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    asked: tuple[Asked, ...] = ()
    untethered: Untethered | None = None
    sheets: tuple[Sheet, ...] = ()
    captured: tuple[Captured, ...] = ()
    paper_moves: tuple[Move, ...] = ()
    decisions: tuple[Decision, ...] = ()
    counted: tuple[int, ...] = ()
    causes_told: Mapping[str, datetime] = field(default_factory=lambda: MappingProxyType({}))
    episodes: tuple[Episode, ...] = ()
    entered: Mapping[str, datetime] = field(default_factory=lambda: MappingProxyType({}))
    """Since when each is inside by name; who came in before this was kept is only among `inside`."""
    tools_entered: Mapping[str, datetime] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def template(self) -> str:
        """The name of the template it was made from: that of its type, unless a scenario was chosen."""
        return self.scenario or self.type

    @property
    def started(self) -> bool:
        """Whether the work ever went live."""
        return self.started_at is not None

    @property
    def watched_as(self) -> frozenset[str]:
        """The states whose watches count now. A pause that the site has not confirmed may still be work, and
        is watched as such (S8)."""
        unconfirmed = self.started and self.pause is not None and self.pause.confirmed_at is None
        return frozenset({self.state, "active"} if self.state == "paused" and unconfirmed else {self.state})

    def ever_worked(self) -> frozenset[str]:
        """Everybody who works on this permit or ever did: none of them approves, accepts or clears it."""
        return self.crew.doing_the_work() | frozenset(self.released) | self.filer()

    def own_work(self) -> frozenset[str]:
        """To whom this permit is his own work: he signs nothing on it."""
        return self.ever_worked() | frozenset(self.crew.analysts)

    def filer(self) -> frozenset[str]:
        """Who wrote the request for another: on the side of the work, as the applicant is."""
        return frozenset({self.filed_by} if self.filed_by else ())

    @property
    def on_place(self) -> bool:
        """Whether this permit still counts at its point for SIMOPS and new starts (S6, S23)."""
        return self.state in {"issued", "active", "paused", "finished"} or self.clearance == "open"

    def stage(self) -> Stage | None:
        """The stage whose signatures are still missing, or None when all are given."""
        for stage in self.stages:
            given = {s.post for s in self.signatures if s.stage == stage.id}
            if not given or (stage.mode != "any" and given != set(stage.posts)):
                return stage
        return None

    def approvers(self) -> frozenset[str]:
        """Everybody whose signature stands on this permit, the ticket's verifier too: none of them may work
        under it."""
        verifier = {self.ticket_by} if self.ticket_by else set()
        return frozenset(s.person for s in self.signatures) | verifier

    def newest(self, record: str) -> Recorded | None:
        """The record of that id that was true last, or None; of two of one instant the worse."""
        found = (r for r in self.recorded if r.record == record)
        return max(found, key=lambda r: (r.at, not r.ok), default=None)

    def cause(self, cause_id: str) -> Cause | None:
        """The open cause of that id, or None."""
        return next((c for c in self.causes if c.id == cause_id), None)
