"""What the rooms of a firm take and give."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input
from davy.contractors.papers import Standing
from davy.contractors.shapes import FirmPaperKind
from davy.people.shapes import CertificateOut, Kind

__all__ = [
    "OwnAdmissionIn",
    "OwnAdmissionOut",
    "OwnCertificateIn",
    "OwnChoices",
    "OwnFirmOut",
    "OwnPaperIn",
    "OwnPaperOut",
    "OwnPersonChange",
    "OwnPersonIn",
    "OwnPersonOut",
    "OwnScanOut",
]

Scan = Annotated[str, Field(max_length=64)]


class OwnPaperIn(Input):
    """A paper of the firm, with its scan: the plant confirms what it can look at."""

    kind: str = Field(max_length=24)
    number: str = Field("", max_length=64)
    issuer: str = Field("", max_length=128)
    valid_from: date | None = None
    valid_to: date | None = None
    unlimited: bool = False
    scan: str = Field(min_length=64, max_length=64)


class OwnPaperOut(Schema):
    """A paper in the file, with what it counts for today."""

    id: UUID
    kind: str
    number: str
    issuer: str
    valid_from: date | None
    valid_to: date | None
    unlimited: bool
    scan: str
    standing: Standing


class OwnBan(Schema):
    """Since when the firm is shut out, and why."""

    since: date
    why: str


class OwnFirmOut(Schema):
    """How the firm stands today: what is missing, what waits, what was refused."""

    id: UUID
    code: str
    name: str
    banned: OwnBan | None
    lacking: list[str]
    people: int
    admitted: int
    waiting: int
    refused: int
    papers: list[OwnPaperOut]


class OwnArea(Schema):
    """An area of the plant by its name alone."""

    id: UUID
    name: str


class OwnChoices(Schema):
    """What can be chosen in the forms: kinds of papers, types of work, areas by name."""

    papers: list[FirmPaperKind]
    works: list[str]
    areas: list[OwnArea]


class OwnPersonIn(Input):
    """Somebody of the firm. The identity number tells him apart and is kept sealed."""

    name: str = Field(min_length=1, max_length=64)
    id_number: str = Field(min_length=5, max_length=32)
    phone: str = Field("", max_length=32)
    trade: str = Field("", max_length=64)
    team: str = Field("", max_length=64)
    photo: Scan = ""


class OwnPersonChange(Input):
    """What a firm may change of its own people."""

    phone: str = Field("", max_length=32)
    trade: str = Field("", max_length=64)
    team: str = Field("", max_length=64)
    photo: Scan = ""


class OwnAdmissionOut(Schema):
    """An admission of somebody of the firm: for which works and areas, until when, beside whom."""

    id: UUID
    works: list[str]
    areas: list[UUID]
    since: date
    until: date
    companion_name: str | None
    withdrawn_on: date | None
    withdrawn_why: str
    counts: bool


class OwnPersonOut(Schema):
    """Somebody of the firm, with his papers and what he still lacks before he can work."""

    id: UUID
    name: str
    hr_code: str
    phone: str
    id_last4: str
    trade: str
    team: str
    photo: str
    status: str
    certificates: list[CertificateOut]
    admissions: list[OwnAdmissionOut]
    missing: list[Literal["frozen", "certificate", "certificate_over", "admission", "phone", "photo"]]


class OwnCertificateIn(Input):
    """A certificate of somebody of the firm, with its scan; days are included."""

    person_id: UUID
    kind: Kind
    number: str = Field(min_length=3, max_length=64)
    item: str = Field(min_length=1, max_length=128)
    issuer: str = Field("", max_length=128)
    issued_at: date | None = None
    valid_from: date | None = None
    valid_to: date
    review_due: date | None = None
    holder_name: str = Field(min_length=1, max_length=64)
    scan: str = Field(min_length=64, max_length=64)


class OwnAdmissionIn(Input):
    """Whom the plant is asked to let in, for which works and areas (empty: all), from day to day."""

    person_id: UUID
    works: list[Annotated[str, Field(max_length=32)]] = Field([], max_length=20)
    areas: list[UUID] = Field([], max_length=50)
    since: date
    until: date


class OwnScanOut(Schema):
    """A picture that the firm sent."""

    sha256: str
    media_type: str
    size: int
