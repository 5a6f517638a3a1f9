"""HTTP for the messengers of a company, and for where they find its people. Thin."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from ninja import Router, Schema
from pydantic import Field

from davy import clock
from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Input, Register
from davy.notify.models import Address, Message, Messenger
from davy.notify.outward import keeping, queries, trying
from davy.notify.outward.contract import outward_book
from davy.people.models import Person
from davy.problems.response import Problem

__all__ = ["router"]

router = Router(tags=["messengers"])
Kind = Literal["sms", "wecom", "dingtalk", "mail"]
people = Register(Person, "people")
LOOK_BACK = timedelta(days=1)
MOST_UNSENT = 100


class MessengerIn(Input):
    """How a messenger is asked; its fields depend on the kind. Without `secret` the one kept before holds, as
    long as it goes to the same place."""

    enabled: bool = True
    private_net: bool = False
    settings: dict[str, Any] = Field(default_factory=dict, max_length=12)
    secret: dict[str, str] | None = Field(None, max_length=4)


class MessengerOut(Schema):
    """One messenger. `settings` only for whoever may change them; `problem` is why it takes nothing now.
    Counts are of the last day; `unreached` counts people with a login whom it cannot find."""

    kind: str
    zh: str
    en: str
    set_up: bool
    enabled: bool
    private_net: bool
    settings: dict[str, Any] | None
    tried_at: datetime | None
    answered_at: datetime | None
    problem: str
    failures: int
    waiting: int
    sent: int
    given_up: int
    unreached: int


class TrialMessage(Schema):
    """The message of a trial; ask for it until it is sent, given up, or has a problem."""

    id: UUID
    state: str
    problem: str


class UnsentOut(Schema):
    """A message that somebody did not get: given up, or not taken so far."""

    id: UUID
    messenger: str
    severity: str
    title: str
    person: str
    at: datetime
    state: str
    problem: str
    tries: int


class Addresses(Input):
    """Where the messengers find a person; empty = not at all, and for SMS his phone number."""

    sms: str = Field("", max_length=32)
    wecom: str = Field("", max_length=64)
    dingtalk: str = Field("", max_length=64)
    mail: str = Field("", max_length=254)


@router.get("/messengers", response=list[MessengerOut])
@allow("messengers", "read")
def list_messengers(request: TenantRequest) -> list[dict[str, Any]]:
    """All messengers there are, also those that nobody has set up."""
    kept = {row.kind: row for row in keeping.messengers.all(request)}
    told = queries.counts(request.company.id, clock.now() - LOOK_BACK)
    return [_row(request, kind, kept.get(kind), told.get(kind, {})) for kind in outward_book().messengers]


@router.put("/messengers/{kind}", response=MessengerOut)
@allow("messengers", "write")
def put_messenger(request: TenantRequest, kind: Kind, body: MessengerIn) -> dict[str, Any]:
    """Set a messenger up, or change it."""
    row = keeping.keep(
        request,
        kind,
        enabled=body.enabled,
        private_net=body.private_net,
        settings=body.settings,
        secret=body.secret,
    )
    return _row(request, kind, row, queries.counts(request.company.id, clock.now() - LOOK_BACK).get(kind, {}))


@router.post("/messengers/{kind}/trial", response=TrialMessage)
@allow("messengers", "write")
def try_messenger(request: TenantRequest, kind: Kind) -> dict[str, Any]:
    """Send one message to myself. Raises Problem ``messenger_needs_person`` for an account of no person."""
    if request.user.person_id is None:
        raise Problem("messenger_needs_person")
    message = trying.begin(request.company.id, request.user.person_id, kind)
    return {"id": message, "state": "waiting", "problem": ""}


@router.get("/messages/{uuid:message_id}", response=TrialMessage)
@allow("messengers", "read")
def get_message(request: TenantRequest, message_id: UUID) -> Message:
    """What came of one message."""
    found = Message.objects.filter(company_id=request.company.id, id=message_id).first()
    if found is None:
        raise Problem("not_found")
    return found


@router.get("/messages/unsent", response=list[UnsentOut])
@allow("messengers", "read")
def list_unsent(request: TenantRequest) -> list[dict[str, Any]]:
    """The newest messages that people did not get, and why."""
    return queries.unsent(request.company.id, MOST_UNSENT)


@router.get("/people/{uuid:person_id}/addresses", response=Addresses)
@allow("addresses", "read")
def get_addresses(request: TenantRequest, person_id: UUID) -> dict[str, str]:
    """Where the messengers find a person."""
    people.find(request, person_id)
    mine = Address.objects.filter(company_id=request.company.id, person_id=person_id)
    return dict(mine.values_list("kind", "address"))


@router.put("/people/{uuid:person_id}/addresses", response=Addresses)
@allow("addresses", "write")
def put_addresses(request: TenantRequest, person_id: UUID, body: Addresses) -> dict[str, str]:
    """Write down where they find him; what is empty is taken away."""
    people.find(request, person_id)
    wanted = body.model_dump()
    keeping.keep_addresses(request, person_id, wanted)
    return wanted


def _row(request: TenantRequest, kind: str, row: Messenger | None, told: dict[str, int]) -> dict[str, Any]:
    found = row or Messenger(enabled=False)
    named = outward_book().messengers[kind]
    plain = ("enabled", "private_net", "tried_at", "answered_at", "problem", "failures")
    return {
        "kind": kind,
        "zh": named.zh,
        "en": named.en,
        "set_up": row is not None,
        "settings": found.settings if may(request.user.roles, "messengers", "write") else None,
        "unreached": queries.unreached(request.company.id, kind),
        **{name: getattr(found, name) for name in plain},
        **{name: told.get(name, 0) for name in ("waiting", "sent", "given_up")},
    }
