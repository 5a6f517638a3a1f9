"""What one permit's card answers, as the interface describes it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from davy.door.shapes import Condition
from davy.permits import card_offline, shapes, shapes_records
from davy.permits.shapes import BoardItem, By, Clearance, Item, Lamp, Named, PermitState, Span, Watched
from davy.permits.shapes_jsa import HazardRow, RiskOut
from davy.permits.shapes_onsite import FireOut, FiveChecks, RectificationOut, RegisterOut
from davy.permits.shapes_place import PlaceOfWork
from davy.permits.shapes_plan import PlanHere, SchemeHere
from davy.permits.shapes_route import RouteOut, SignWhy, StageOut
from davy.permits.shapes_template import AcceptanceItem, FormField, MeasureValue, PhotoDuty, WorkValue
from davy.permits.shapes_ventilation import VentilationOut
from davy.problems.shapes import Words, maybe

__all__ = ["Card"]

Verdict = Literal["pass", "fail", "unknown"]


class Arrival(Schema):
    """When somebody's presence was proven, and how: against the fence, with the distance in metres."""

    at: datetime
    on_site: Literal["inside", "outside", "unknown"]
    distance_m: int | None


class CrewMember(Schema):
    """A person on the permit with what stands against him. `status` is `active` or why he may not work,
    null when the register does not know him; `certificate` is the worst of what his duty asks."""

    id: UUID
    name: str | None
    duty: str
    status: str | None
    certificate: Literal["valid", "missing", "expired", "mismatch", "not_needed"]
    briefed: bool
    checked_in: Arrival | None


class CrewOut(Schema):
    """Everybody named. `filer` wrote the request for the applicant, null: he wrote it himself. `fence_m` is
    the radius in metres within which a person counts as present."""

    applicant: CrewMember | None
    filer: CrewMember | None
    responsible: CrewMember | None
    guardian: CrewMember | None
    briefer: CrewMember | None
    workers: list[CrewMember]
    analysts: list[CrewMember]
    confirmers: list[CrewMember]
    fence_m: float


class MyTask(Schema):
    """What the reader must do here; `due` null = as soon as possible."""

    command: str
    due: datetime | None


class Mine(Schema):
    """The reader's duties on this permit, the commands the lifecycle lets him give now (their conditions are
    judged when he does), and his tasks in order. `signs`: of those commands the ones that carry a signature,
    and the level (1 to 3) that it needs; `whys` why, where it is more than any."""

    duties: list[str]
    commands: list[str]
    tasks: list[MyTask]
    signs: dict[str, int]
    whys: dict[str, SignWhy]


class MeasureRow(Item):
    """A safety measure with its answer 涉及/不涉及, null until it was given. `given` maps what was measured
    to its figure, in the unit its value names."""

    clause: str
    values: list[MeasureValue]
    order: Literal["before_gas", "after_gas", "any"]
    photo_due: bool
    critical: bool
    applies: bool | None
    given: dict[str, str]
    photo: str | None
    by: Named | None
    at: datetime | None


class GasDemand(Schema):
    """What must be measured at every point, with the permit limit in this unit; decimals as text. `low`
    only for oxygen. Both null: nothing satisfies it until the substance is known."""

    substance: str
    quality: Literal["combustible", "toxic", "oxygen"]
    unit: Literal["%vol", "mg/m3"]
    name: Words
    low: str | None
    high: str | None


class GasPlan(Schema):
    """Where and what is sampled."""

    points: list[str]
    demands: list[GasDemand]


class TakenOut(Schema):
    """The instrument and the message that the server took a reading from, and when the server had it."""

    instrument: UUID
    serial: str
    boot: str
    seq: int
    received_at: datetime
    calibrated_until: datetime | None
    bumped_at: datetime | None


class GasReadingOut(Schema):
    """One reading as it was sent or taken, and the server's verdict with the code of its reason. `value` and
    `limit` are decimals as text; `taken` tells where it comes from, null for what a person entered."""

    point: str
    substance: str
    value: str
    unit: str
    sampled_at: datetime
    verdict: Verdict
    reason: str | None
    source: Literal["manual", "meter", "instrument"]
    clock: Literal["server", "device_synced", "device_free"]
    limit: str | None
    limit_unit: str | None
    taken: TakenOut | None


class GasRound(Schema):
    """One round. `sampled_at` is its oldest sample, null while it is not whole; `points` the verdict of
    each."""

    id: UUID
    by: Named | None
    recorded_at: datetime
    verdict: Verdict
    complete: bool
    sampled_at: datetime | None
    points: dict[str, Verdict]
    readings: list[GasReadingOut]


class CurveDue(Schema):
    """The curve asked for before the start: `for_min` minutes without a silence longer than `gap_s` seconds;
    it goes on since `since` (null: it does not), and `left_min` minutes are left."""

    for_min: int
    gap_s: int
    left_min: int
    since: datetime | None


class GasOut(Schema):
    """The sampling plan, null when this work asks for no gas or no plan can be told, and every round.
    `lacks`: by point, what a newest round that is not whole must still measure (substance:quality); `curve`:
    null where no rule asks for one before the start."""

    plan: GasPlan | None
    rounds: list[GasRound]
    lacks: dict[str, list[str]]
    curve: CurveDue | None


class BriefingOut(Schema):
    """What is to be briefed, who did it, who must sign and who signed (person → when)."""

    items: list[Item]
    by: Named | None
    at: datetime | None
    due: list[Named]
    signed: dict[UUID, datetime]


class CriticalItem(Schema):
    """What an approver confirms one by one, with what is known of it now; a measure brings its photo."""

    id: str
    title: Words
    outcome: Literal["met", "failed", "unknown", "not_applicable"] | None
    evidence: dict[str, Any] | None
    photo: str | None = maybe()


class InstrumentTold(Schema):
    """What an instrument told of a cause: the rule in words, the value beside its limit, since when, and
    whether it still does; `late`: it came out of history (S18)."""

    rule: Words | None
    instrument: str
    channel: str | None
    value: str | None
    limit: str | None
    unit: str | None
    since: datetime
    open: bool
    late: bool
    person: By | None


class CauseOut(Schema):
    """An open cause of the pause. `closed_by` are the duties that may close it, empty when only resuming
    does; `needs` what must be true first; `detail` the condition in words, or an id."""

    id: str
    kind: str
    title: Words
    detail: Words | str | None
    by: By | None
    at: datetime
    closed_by: list[str]
    needs: list[Literal["on_site", "round", "guardian", "measures", "change"]]
    mine: bool
    told: list[InstrumentTold]


class PauseOut(Schema):
    """The three times of a pause, and when the break began: the last proven work (S2, S8)."""

    decided_at: datetime
    began_at: datetime
    by_gas: bool
    received_at: datetime | None
    confirmed_at: datetime | None


class AlarmHere(Schema):
    """Open alarms of the same words, in which somebody must act now: one line (S27). `at` is when the first
    was raised, `last_at` when one rang last, `state` that of the least seen, `kind` that of the newest,
    `code` that of AQ 3064.2; `about` are the conditions they name, `count` is how often they rang, `owners`
    the duties that must see to them, `mine` whether the next step on one of them is the reader's."""

    ids: list[UUID]
    kind: str
    code: str | None
    state: Literal["raised", "acknowledged", "handled"]
    title: Words
    about: list[Words]
    at: datetime
    last_at: datetime
    count: int
    remedies: list[Words]
    owners: list[str]
    mine: bool


class Code(Schema):
    """What the permit's own code holds."""

    token: str


class Card(Schema):
    """One permit, judged at `server_time` for the reader.

    `missing` are the gates of the next step that are not met, `requirements` everything that stands at the
    next step or is watched. Green is shown for at most `lease_s` seconds without a new answer (S17).
    `levels` are those of the type, the strictest first; `basis` is the SHA-256 of the rules it stands on,
    null for a draft. `photo_times` are the pictures whose camera tells another time than when they were
    handed in, with that time. `stood_by_at` is when the guardian stood by, null when he has to do so anew.
    `hand_over_to` are the permits that may be named while the place is not clear and nobody is inside."""

    id: UUID
    number: str | None
    version: int
    type: str
    template: str
    title: Words
    level: str
    levels: list[str]
    minimum_level: str | None
    requested_level: str | None
    state: PermitState
    clearance: Clearance
    end_reason: str | None
    ended_at: datetime | None
    window: Span
    work: dict[str, WorkValue]
    content: str
    remark: str
    contractor: UUID | None
    photos: list[str]
    photo_times: dict[str, datetime]
    links: list[UUID]
    basis: str | None
    issued_at: datetime | None
    started_at: datetime | None
    ticket: Arrival | None
    five_checks: FiveChecks
    guard_round_at: datetime | None
    stood_by_at: datetime | None
    fire: FireOut
    rectifications: list[RectificationOut]
    offers: dict[str, UUID]
    simulated: bool
    qr: Code
    place: PlaceOfWork
    lamp: Lamp
    crew: CrewOut
    mine: Mine
    missing: list[Condition]
    requirements: list[Condition]
    hazards: list[HazardRow]
    risk: RiskOut | None
    measures: list[MeasureRow]
    records: list[shapes_records.RecordRow]
    gas: GasOut
    ventilation: VentilationOut | None
    briefing: BriefingOut
    stages: list[StageOut]
    route: RouteOut
    critical: list[CriticalItem]
    causes: list[CauseOut]
    pause: PauseOut | None
    asked: list[card_offline.AskedOut]
    untethered: card_offline.UntetheredOut | None
    register_: RegisterOut = Field(alias="register")
    acceptance: list[AcceptanceItem]
    photo_duties: list[PhotoDuty]
    five_check_items: list[Item]
    clearance_items: list[Item]
    alarms: list[AlarmHere]
    hand_over_to: list[BoardItem]
    linked: shapes.Linked
    plan: PlanHere | None
    scheme: SchemeHere | None
    fields_: list[FormField] = Field(alias="fields")
    server_time: datetime
    lease_s: int
    system: Watched
