"""What the endpoints of the ledger take and give."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input, Paging
from davy.people.standing import Standing

__all__ = [
    "CatalogueOut",
    "ChangeOut",
    "CheckupIn",
    "CheckupOut",
    "ClearIn",
    "ClearOut",
    "Contact",
    "EndOut",
    "EndsWanted",
    "LedgerWords",
    "ProtectedIn",
    "ProtectedOut",
    "RestrictionIn",
    "RestrictionLift",
    "RestrictionOut",
    "RosterRow",
    "RosterWanted",
    "TrainingIn",
    "TrainingOut",
    "ViewOut",
]

Blood = Literal["", "A", "B", "AB", "O", "A+", "A-", "B+", "B-", "AB+", "AB-", "O+", "O-"]
What = Literal["identity", "rescue", "medical"]


class Contact(Schema):
    """Whom to call when something happened to him."""

    name: str = Field(max_length=64)
    relation: str = Field("", max_length=32)
    phone: str = Field(max_length=32)


class ProtectedIn(Input):
    """Blood group and emergency contacts as entered; a field that is left out stays as it is."""

    blood_group: Blood | None = None
    contacts: list[Contact] | None = Field(None, max_length=5)


class ProtectedOut(Schema):
    """What is sealed of a person, and nothing of it: the number masked, and whether there is the rest."""

    id_number: str
    has_blood_group: bool
    contacts: int


class ClearIn(Input):
    """Which parts somebody needs in clear, and why; both are kept with his name."""

    what: list[What] = Field(min_length=1, max_length=3)
    why: str = Field(min_length=2, max_length=200)


class ClearOut(Schema):
    """The parts asked for, the others null."""

    id_number: str | None = None
    blood_group: str | None = None
    contacts: list[Contact] | None = None
    medical: list[dict[str, str]] | None = None


class ViewOut(Schema):
    """Who read which sealed parts in clear, when and why."""

    at: datetime
    by: str
    what: list[str]
    why: str


class CheckupIn(Input):
    """A medical examination as entered; `findings` are sealed, null leaves them as they are. Without
    `valid_to` the period of its kind counts, where there is one."""

    person_id: UUID
    kind: str = Field(max_length=16)
    done_on: date
    valid_to: date | None = None
    verdict: Literal["fit", "limited", "unfit"]
    issuer: str = ""
    scan: str = ""
    findings: str | None = Field(None, max_length=2000)


class CheckupOut(Schema):
    """A medical examination without what was found."""

    id: UUID
    person_id: UUID
    person_name: str | None
    kind: str
    done_on: date
    valid_to: date | None
    verdict: str
    issuer: str
    scan: str
    has_findings: bool
    counts: bool


class TrainingIn(Input):
    """A training as entered. Without `valid_to` the period of its subject counts, where there is one."""

    person_id: UUID
    subject: str = Field(max_length=24)
    done_on: date
    valid_to: date | None = None
    passed: bool = True
    hours: Decimal | None = Field(None, ge=0, le=1000)
    score: Decimal | None = Field(None, ge=0, le=100)
    issuer: str = ""
    scan: str = ""


class TrainingOut(TrainingIn):
    """A training with its person and whether it still counts."""

    id: UUID
    person_name: str | None
    counts: bool


class RestrictionIn(Input):
    """A restriction as entered; no type of work means every work. `why` is sealed."""

    person_id: UUID
    kind: Literal["medical", "other"]
    works: list[str] = Field(default_factory=list, max_length=32)
    since: date
    until: date | None = None
    why: str = Field(min_length=2, max_length=500)


class RestrictionLift(Input):
    """Why a restriction no longer stands: examined again, trained, entered by mistake."""

    why: str = Field(min_length=2, max_length=200)


class RestrictionOut(Schema):
    """A restriction without its reason; `counts`: it keeps the person from these works today."""

    id: UUID
    person_id: UUID
    person_name: str | None
    kind: str
    works: list[str]
    since: date
    until: date | None
    lifted_on: date | None
    lifted_why: str
    counts: bool


class ChangeOut(Schema):
    """One change of a person's entries: who, when, of which register, each field from and to. Of a personal
    value the trail itself says only "set" or "changed"; what it was is told while it is kept."""

    at: datetime
    by: str | None
    resource: str
    resource_id: UUID
    action: Literal["entered", "changed", "removed"]
    fields: list[dict[str, Any]]


class RosterWanted(Paging):
    """Which people of the roster: by firm, unit, team, trade, post, or what ends within so many days."""

    firm_id: UUID | None = None
    own_staff: bool | None = None
    unit_id: UUID | None = None
    team: str = Field("", max_length=64)
    trade: str = Field("", max_length=64)
    post: str = Field("", max_length=32)
    status: Literal["active", "frozen", "left"] | None = None
    within_days: int | None = Field(None, ge=0, le=3660)
    worst: Literal["ended", "soon", "missing", "barred"] | None = None
    sort: Literal["name", "code", "ends", "firm", "trade"] = "name"


class RosterRow(Schema):
    """A person with the state of his papers: how many, the next day on which something ends and what that is,
    his medical examination, and whether something keeps him from work today."""

    id: UUID
    name: str
    hr_code: str
    firm: str | None
    unit: str | None
    team: str
    trade: str
    status: str
    posts: list[str]
    papers: int
    ended: int
    next_end: date | None
    next_what: str | None
    medical: str
    trainings: list[str]
    barred: bool


class EndsWanted(Schema):
    """Which stretch of the calendar."""

    start: date
    end: date


class EndOut(Schema):
    """Something that ends on a day: whose, what (certificate, review, checkup, training), and its state."""

    day: date
    person_id: UUID
    person: str
    firm: str | None
    what: str
    name: str
    state: Standing | None
    row_id: UUID


class CatalogueOut(Schema):
    """A pack of certificates; `to_confirm`: its text was not obtained, or not yet held against it."""

    id: str
    version: str
    kinds: list[str]
    title: dict[str, str]
    source: str
    effective: date
    until: date | None
    grade: str
    to_confirm: bool
    valid_months: int | None
    review_months: int | None
    categories: list[dict[str, Any]]


class LedgerWords(Schema):
    """What the forms of the ledger offer: subjects, kinds, types of work, common contraindications."""

    trainings: list[dict[str, Any]]
    checkups: list[dict[str, Any]]
    contraindications: list[dict[str, Any]]
    works: list[str]
