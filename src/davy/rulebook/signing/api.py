"""HTTP for how strong signatures must be here, and who could not sign so today."""

from __future__ import annotations

from typing import Any, Literal
from uuid import UUID

from ninja import Field, Router, Schema

from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.accounts.models import Account
from davy.accounts.reference import Input
from davy.db import tenant
from davy.devices.models import DeviceRow
from davy.people.models import Person, Post
from davy.problems.shapes import ProblemOut, Words
from davy.rulebook.signing import levels
from davy.signatures.models import Passkey, Pin
from davy_core.signatures.ways import LEVELS

__all__ = ["router"]

router = Router(tags=["rulebook"])

Step = Literal["sign_stage", "sign_crossing", "verify_ticket", "sign_shift", "accept", "confirm_clear"]


class StepOut(Schema):
    """One step and its levels (1 password or badge, 2 enrolled phone with PIN and photo, 3 passkey): what the
    pack asks, what the company asks here, what its other rows ask. The strictest counts. `last`: only the
    signature that issues the permit."""

    at: Step
    last: bool
    shipped: int
    least: int
    beyond: int


class PackLevels(Schema):
    """The steps of one pack; `base` names the state that a change goes on from, null where there is none."""

    pack: str
    title: Words
    base: UUID | None
    steps: list[StepOut]


class SignerOut(Schema):
    """Somebody who signs by a post or has an account, and the strongest way that is set up for him."""

    person: UUID
    name: str
    username: str
    posts: list[str]
    level: int


class LevelsOut(Schema):
    """What is asked, and of whom it would ask too much today: those below the highest level."""

    packs: list[PackLevels]
    signers: list[SignerOut]
    may_write: bool


class StepIn(Input):
    """The level wanted at one step."""

    at: Step
    last: bool = False
    least: int = Field(ge=1, le=3)


class LevelsIn(Input):
    """All steps of one pack; a step that is not named is asked no more than the pack does."""

    pack: str = Field(max_length=64)
    base: UUID | None = None
    steps: list[StepIn] = Field(max_length=len(levels.STEPS))


@router.get("/rulebook/signatures", response=LevelsOut)
@allow("signature_levels", "read")
def get_signature_levels(request: TenantRequest) -> dict[str, Any]:
    """The levels in force for new permits, and who is not set up for them."""
    return _shown(request)


@router.put("/rulebook/signatures", response={200: LevelsOut, 404: ProblemOut, 409: ProblemOut})
@allow("signature_levels", "write")
def put_signature_levels(request: TenantRequest, body: LevelsIn) -> dict[str, Any]:
    """Ask for these levels of permits submitted from now on; those that run keep theirs."""
    wanted = [(step.at, step.last, step.least) for step in body.steps]
    levels.write(request.company.id, request.user.id, body.pack, body.base, wanted)
    return _shown(request)


def _shown(request: TenantRequest) -> dict[str, Any]:
    company = request.company.id
    with tenant.company(company):
        return {
            "packs": levels.read(company),
            "signers": _signers(company),
            "may_write": may(request.user.roles, "signature_levels", "write"),
        }


def _signers(company: UUID) -> list[dict[str, Any]]:
    here = {"company_id": company}
    keyed = set(Passkey.objects.filter(**here, revoked_at=None).values_list("account_id", flat=True))
    pinned = set(Pin.objects.filter(**here).values_list("account_id", flat=True))
    enrolled = DeviceRow.objects.filter(**here, kind="phone", revoked_at=None)
    phoned = set(enrolled.values_list("account_id", flat=True)) & pinned
    posts: dict[UUID, list[str]] = {}
    for name, *holders in Post.objects.filter(**here).values_list("name", "holder_id", "deputy_id"):
        for holder in filter(None, holders):
            posts.setdefault(holder, []).append(name)
    accounts = Account.objects.filter(**here, is_active=True, person_id__isnull=False)
    whose = {account.person_id: account for account in accounts if account.person_id}
    people = Person.objects.filter(**here, id__in=list(whose)).order_by("name")
    way = {a.id: "passkey" if a.id in keyed else "device" if a.id in phoned else "password" for a in accounts}
    found = [(person, whose[person.id]) for person in people if way[whose[person.id].id] != "passkey"]
    return [
        {
            "person": person.id,
            "name": person.name,
            "username": account.username,
            "posts": sorted(posts.get(person.id, [])),
            "level": LEVELS[way[account.id]],
        }
        for person, account in sorted(found, key=lambda one: one[0].id not in posts)
    ]
