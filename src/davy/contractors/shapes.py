"""What the endpoints of contractors take and give."""

from datetime import date
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input
from davy.contractors.papers import Standing

__all__ = [
    "AdmissionIn",
    "AdmissionOut",
    "FirmBanIn",
    "FirmBanOut",
    "FirmFileOut",
    "FirmLine",
    "FirmPaperIn",
    "FirmPaperKind",
    "FirmPaperOut",
    "Why",
]


class FirmPaperKind(Schema):
    """A kind of paper, and whether every firm must have one."""

    id: str
    zh: str
    en: str
    must: bool
    clause: str


class FirmPaperIn(Input):
    """A paper of a firm as entered. `unlimited`: it says that it has no end."""

    firm_id: UUID
    kind: str = Field(max_length=24)
    number: str = Field("", max_length=64)
    issuer: str = Field("", max_length=128)
    valid_from: date | None = None
    valid_to: date | None = None
    unlimited: bool = False
    scan: str = Field("", max_length=64)


class FirmPaperOut(FirmPaperIn):
    """A paper with what it counts for today."""

    id: UUID
    standing: Standing


class Why(Input):
    """The reason that stays with what is done."""

    why: Annotated[str, Field(min_length=2, max_length=200)]


class FirmBanIn(Why):
    """A firm that is to be shut out, from today on."""

    firm_id: UUID


class FirmBanOut(Schema):
    """Who shut a firm out, when and why; and who let it in again."""

    id: UUID
    firm_id: UUID
    since: date
    why: str
    by: str | None
    lifted_on: date | None
    lifted_by: str | None
    lifted_why: str


class AdmissionIn(Input):
    """Whom to let in, for which types of work and areas (empty: all), from day to day. With a companion it is
    temporary and counts beside him only."""

    person_id: UUID
    works: list[Annotated[str, Field(max_length=32)]] = Field([], max_length=20)
    areas: list[UUID] = Field([], max_length=50)
    since: date
    until: date
    companion_id: UUID | None = None


class AdmissionOut(AdmissionIn):
    """An admission with its names, and whether it counts today."""

    id: UUID
    person_name: str | None
    companion_name: str | None
    granted_by: str | None
    withdrawn_on: date | None
    withdrawn_why: str
    counts: bool


class FirmLine(Schema):
    """A firm in the list of contractors: how it stands, how many of its people were let in, and how much that
    it handed in waits to be confirmed."""

    id: UUID
    code: str
    name: str
    active: bool
    banned: bool
    lacking: list[str]
    people: int
    admitted: int
    waiting: int


class FirmFileOut(FirmLine):
    """The file of a firm."""

    papers: list[FirmPaperOut]
    bans: list[FirmBanOut]
    admissions: list[AdmissionOut]
