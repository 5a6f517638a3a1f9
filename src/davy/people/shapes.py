"""What the people endpoints take and give."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input, Paging
from davy.people.models import Certificate, Person
from davy.people.standing import Standing, standing

__all__ = [
    "CertificateIn",
    "CertificateOut",
    "DelegationOut",
    "FirmIn",
    "FirmOut",
    "PeopleWanted",
    "PersonDetail",
    "PersonIn",
    "PersonOut",
    "PostIn",
    "PostOut",
    "ViolationIn",
    "ViolationLift",
    "ViolationOut",
    "certificate_out",
    "person_out",
]

Status = Literal["active", "frozen", "left"]
Kind = Literal["special_operation", "special_equipment", "guardian", "gas_analyst", "safety_manager"]


class FirmIn(Input):
    """A contractor firm as entered."""

    name: str
    code: str
    contact_name: str = ""
    contact_phone: str = ""
    active: bool = True


class FirmOut(Schema):
    """A contractor firm; the contact's phone is masked for who need not call."""

    id: UUID
    name: str
    code: str
    contact_name: str
    contact_phone: str
    active: bool


class PersonIn(Input):
    """A person as entered. ``id_number`` is checked and kept sealed; ``photo`` is an uploaded attachment."""

    name: str
    hr_code: str
    name_pinyin: str = ""
    firm_id: UUID | None = None
    id_number: str | None = None
    phone: str = ""
    photo: str = ""
    trade: str = ""
    unit_id: UUID | None = None
    team: str = ""
    status: Status = "active"


class PeopleWanted(Paging):
    """Which people: by state, firm, unit, trade, the plant's own staff or not, holders of a kind of paper."""

    status: Status | None = None
    firm_id: UUID | None = None
    unit_id: UUID | None = None
    trade: str = ""
    own_staff: bool | None = None
    certificate: Kind | None = None


class PersonOut(Schema):
    """A person in a list. ``phone`` is masked and ``id_last4`` empty for who need not know them."""

    id: UUID
    name: str
    name_pinyin: str
    hr_code: str
    firm_id: UUID | None
    trade: str
    unit_id: UUID | None
    team: str
    status: str
    photo: str
    phone: str
    id_last4: str


class CertificateIn(Input):
    """A certificate as entered; days are included."""

    person_id: UUID
    kind: Kind
    number: str
    item: str
    issuer: str = ""
    issued_at: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    review_due: date | None = None
    holder_name: str = ""
    scan: str = ""


class CertificateOut(Schema):
    """A certificate with its state today; the number is masked for who need not know it."""

    id: UUID
    person_id: UUID
    kind: str
    number: str
    item: str
    issuer: str
    issued_at: date | None
    valid_from: date | None
    valid_to: date | None
    review_due: date | None
    holder_name: str
    scan: str
    state: Standing


class PersonDetail(PersonOut):
    """A person with his papers."""

    certificates: list[CertificateOut]


class ViolationIn(Input):
    """A violation as entered; lifted with the day and the reason."""

    person_id: UUID
    happened_on: date
    kind: Literal["general", "serious"]
    what: str = Field(min_length=2, max_length=200)


class ViolationLift(Input):
    """Why a violation no longer counts: trained again, or entered by mistake."""

    why: str = Field(min_length=2, max_length=200)


class ViolationOut(Schema):
    """A violation; `counts` while it keeps the person from work."""

    id: UUID
    person_id: UUID
    person_name: str | None
    happened_on: date
    kind: Literal["general", "serious"]
    what: str
    recorded_at: datetime
    lifted_on: date | None
    lifted_why: str
    counts: bool


class PostIn(Input):
    """A post as entered; at most one of area, unit and site, none for the whole plant."""

    code: str
    name: str
    area_id: UUID | None = None
    unit_id: UUID | None = None
    site_id: UUID | None = None
    holder_id: UUID | None = None
    deputy_id: UUID | None = None
    superior_id: UUID | None = None


class PostOut(Schema):
    """A post with the names of holder and deputy."""

    id: UUID
    code: str
    name: str
    area_id: UUID | None
    unit_id: UUID | None
    site_id: UUID | None
    holder_id: UUID | None
    holder_name: str | None
    deputy_id: UUID | None
    deputy_name: str | None
    superior_id: UUID | None


class DelegationOut(Schema):
    """Who signs for a post in whose stead, for which works (none named = all) and how long."""

    id: UUID
    post_id: UUID
    code: str
    post_name: str | None
    by_id: UUID
    by_name: str | None
    to_id: UUID
    to_name: str | None
    types: list[str]
    starts_at: datetime
    ends_at: datetime
    made_at: datetime
    reason: str
    revoked_at: datetime | None
    revoked_by_name: str | None
    state: Literal["in_force", "coming", "over", "revoked"]


def person_out(person: Person, *, open_to_reader: bool) -> PersonOut:
    """The person as this reader may see him."""
    shown = PersonOut.from_orm(person)
    if not open_to_reader:
        shown.phone, shown.id_last4 = masked(person.phone), ""
    return shown


def certificate_out(paper: Certificate, today: date, *, open_to_reader: bool) -> CertificateOut:
    """The certificate as this reader may see it. Its number often is the holder's identity number."""
    fields = {name: getattr(paper, name) for name in CertificateOut.model_fields if name != "state"}
    number = paper.number if open_to_reader else masked(paper.number)
    return CertificateOut(**{**fields, "number": number}, state=standing(paper, today))


def masked(text: str) -> str:
    """Three characters in front, four at the end, stars between; all stars when there are fewer than nine."""
    return "*" * len(text) if len(text) < 9 else f"{text[:3]}{'*' * (len(text) - 7)}{text[-4:]}"
