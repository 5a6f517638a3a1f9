"""What the interface tells and takes about gates."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from davy.accounts.reference import Input

__all__ = ["GateIn", "GateOut", "InsideOut", "PassOut", "PassageIn", "PassageOut", "PermitPassOut"]


class GateIn(Input):
    """An access controller. Without `areas` it leads to the whole site. `token` is what Davy shows it; left
    out, the one kept before holds as long as the address stays."""

    site: UUID
    areas: list[UUID] = Field(default_factory=list, max_length=100)
    code: str = Field(min_length=1, max_length=32)
    name: str = Field(min_length=1, max_length=128)
    way: Literal["http", "list"]
    url: str = Field("", max_length=500)
    private_net: bool = True
    token: str | None = Field(None, max_length=500)
    only_ours: bool = False
    enabled: bool = True


class DriftOut(Schema):
    """Since when the list of a gate is not ours: how many of ours it lacks, has too many of, has with other
    times, and how many cards of others it has where there should be none."""

    since: datetime
    missing: int
    extra: int
    wrong: int
    foreign: int


class GateOut(Schema):
    """One gate. `url` only for whoever may change it; `waiting` passes are not shown by the gate yet, `late`
    are past their time; `problem` is why it is not right now, `silent_since` since when people were
    called."""

    id: UUID
    site: UUID
    areas: list[UUID]
    code: str
    name: str
    way: str
    url: str | None
    private_net: bool
    has_token: bool
    only_ours: bool
    enabled: bool
    tried_at: datetime | None
    answered_at: datetime | None
    failing_since: datetime | None
    problem: str
    failures: int
    cards: int | None
    foreign: int | None
    passes: int
    waiting: int
    late: int
    leaving: int
    silent_since: datetime | None
    drift: DriftOut | None
    passed_at: datetime | None


class PassOut(Schema):
    """One pass of a gate. `state`: asked, in, late, revoking, revoked; `why` it was taken back."""

    id: str
    person: UUID
    name: str
    state: str
    why: str
    start: datetime
    end: datetime
    permits: list[str]
    granted_at: datetime
    confirmed_at: datetime | None
    revoked_at: datetime | None
    gone_at: datetime | None


class PermitPassOut(Schema):
    """What one gate lets one person of a permit do; see PassOut."""

    person: UUID
    name: str
    gate: str
    gate_name: str
    state: str
    why: str
    start: datetime
    end: datetime
    at: datetime


class PassageOut(Schema):
    """Somebody went through. `badge` are the last characters of one that nobody here has."""

    at: datetime
    way: str
    person: UUID | None
    name: str
    badge: str
    gate: str
    gate_name: str
    verdict: str
    source: str
    noted_at: datetime


class ListLine(Schema):
    """Somebody on a list."""

    person: UUID
    name: str
    hr_code: str
    firm: str
    start: datetime
    end: datetime
    number: str


class ListOut(Schema):
    """The list of a gate. `note` is the signed text (C2SP signed note, Ed25519), `key` the public key that
    checks it; `outdated_at`: since then somebody on it may go in no more."""

    number: int
    made_at: datetime
    made_by: str
    until: datetime
    outdated_at: datetime | None
    lines: list[ListLine]
    note: str
    key: str


class PassageIn(Input):
    """A passage read back from the list of a gate without a network."""

    person: UUID
    way: Literal["in", "out"]
    at: datetime


class InsidePerson(Schema):
    """Somebody whom gates saw go in. `doubts`: long (in for very long), hand (a person wrote it down)."""

    person: UUID
    name: str
    firm: str
    since: datetime
    gate: str
    seen_at: datetime
    doubts: list[str]


class BlindOut(Schema):
    """A gate that tells nothing since."""

    gate: str
    code: str
    since: datetime


class InsideOut(Schema):
    """Who is inside, as gates saw it: no count of heads. With `gates` 0 nobody can tell."""

    at: datetime
    gates: int
    people: list[InsidePerson]
    blind: list[BlindOut]
    unknown: int
