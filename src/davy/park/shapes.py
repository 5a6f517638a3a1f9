"""What the endpoints of sharing in a park take and give."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input

__all__ = [
    "ConsentIn",
    "ConsentedOut",
    "JoinIn",
    "LookIn",
    "ParkCodeIn",
    "ParkHitOut",
    "ParkLineOut",
    "ParkLookOut",
    "ParkOut",
    "ParkWhyIn",
    "PartnerOut",
]  # fmt: skip

Share = Literal["frozen", "shut_out"]
Standing = Literal["none", "clear", "held", "unmasked", "unanswered"]


class ConsentIn(Input):
    """Our consent: what for, until which day (included), what we tell, and where the partner reaches us."""

    purpose: str = Field(max_length=200)
    shares: list[Share]
    until: date
    our_url: str = Field(max_length=500)
    private_net: bool = False


class JoinIn(ConsentIn):
    """The same of who was invited, with the code he was handed."""

    code: str = Field(max_length=2000)


class ParkCodeIn(Input):
    """The code that came back."""

    code: str = Field(max_length=2000)


class ParkWhyIn(Input):
    """A reason, kept."""

    why: str = Field(min_length=2, max_length=200)


class LookIn(Input):
    """Whom to look up, and what for."""

    person_id: UUID
    why: Literal["admission", "entry", "permit", "doubt"]


class ParkLookOut(Schema):
    """What the partners say of him."""

    standing: Standing


class PartnerOut(Schema):
    """One partnership. `fresh`: its list stands for now; `trouble`: why the last try brought nothing;
    `listed`: how many masked people its list has."""

    id: UUID
    name: str
    url: str
    state: Literal["invited", "active", "ended"]
    purpose: str
    shares: list[Share]
    until: date
    private_net: bool
    consented_by: str | None
    consented_at: datetime
    ended_at: datetime | None
    ended_by: Literal["", "us", "them", "period"]
    ended_why: str
    took_at: datetime | None
    tried_at: datetime | None
    asked_at: datetime | None
    fresh: bool
    trouble: str
    listed: int


class ConsentedOut(Schema):
    """Our consent, with the code to pass on. It is shown this once."""

    partner: PartnerOut
    code: str


class ParkHitOut(Schema):
    """A partner keeps one of our people from work."""

    id: UUID
    person_id: UUID
    person: str
    hr_code: str
    partner: str
    state: Share
    kind: Literal["certificate", "decided", "firm"]
    since: datetime | None
    found_at: datetime
    ended_at: datetime | None
    resolved_at: datetime | None
    resolved_by: str | None
    why: str


class ParkOut(Schema):
    """Partners and hits, those that stand first. `unmasked`: people at work here whose identity number is
    not known, so that nobody can compare them."""

    partners: list[PartnerOut]
    hits: list[ParkHitOut]
    unmasked: int


class ParkLineOut(Schema):
    """One line of the log, with the first characters of a mask."""

    id: UUID
    at: datetime
    partner: str
    what: str
    masked: str
    why: str
    by: str | None
    count: int | None
