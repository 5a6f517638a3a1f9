"""HTTP for passkeys, one's own and those of an account for its administrator, and for what was signed."""

from __future__ import annotations

from uuid import UUID

from ninja import Router, Status

from davy.accounts import proof, reauth
from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.accounts.models import Account
from davy.db import tenant
from davy.problems.response import Problem
from davy.problems.shapes import ProblemOut
from davy.signatures import agreement, passkeys, pins
from davy.signatures.models import Evidence, Passkey, SignedText
from davy.signatures.passkeys import Offer
from davy.signatures.shapes import (
    AgreementIn,
    AgreementOut,
    EvidenceOut,
    OfferIn,
    OfferOut,
    PasskeyIn,
    PasskeyOfOut,
    PasskeyOut,
    PinIn,
    PinOut,
    PinProofIn,
    PinProofOut,
    told,
)
from davy.sync import account as stream
from davy.sync.doubts import pin_guessed
from davy.sync.terminal import session

__all__ = ["router"]

router = Router(tags=["signatures"])


@router.get("/passkeys", response=list[PasskeyOut])
@allow("passkeys", "read")
def my_passkeys(request: TenantRequest) -> list[Passkey]:
    """My passkeys, the newest first, the revoked ones too."""
    return _of(request, request.user.id)


@router.post("/passkeys/offer", response={200: OfferOut, 409: ProblemOut})
@allow("passkeys", "write", reads=False)
def offer_passkey(request: TenantRequest, body: OfferIn) -> Offer:
    """Begin to make a passkey: enter the password, then ask the browser with what comes back."""
    reauth.require(request.user, body.password, request)
    with tenant.company(request.company.id):
        return passkeys.offer(request)


@router.post("/passkeys", response={201: PasskeyOut, 409: ProblemOut})
@allow("passkeys", "write")
def add_passkey(request: TenantRequest, body: PasskeyIn) -> Status[Passkey]:
    """Keep the passkey that the browser made."""
    made = passkeys.register(request, body.token, body.name.strip(), told(body.credential))
    stream.enrolled(made, request.user.id)
    return Status(201, made)


@router.post("/passkeys/{uuid:passkey_id}/revoke", response={200: PasskeyOut, 404: ProblemOut})
@allow("passkeys", "write")
def revoke_passkey(request: TenantRequest, passkey_id: UUID) -> Passkey:
    """End one of my passkeys: phone lost, or given away."""
    return _ended(request, request.user.id, passkey_id)


@router.get("/signing-agreement", response=AgreementOut)
@allow("passkeys", "read")
def get_agreement(request: TenantRequest) -> dict[str, object]:
    """The agreement to sign electronically, whether the company asks for it, and whether I gave it; it is
    given by the command agree_to_signing on my account."""
    return _agreement(request)


@router.put("/signing-agreement", response=AgreementOut)
@allow("signature_levels", "write")
def put_agreement(request: TenantRequest, body: AgreementIn) -> dict[str, object]:
    """Ask for the agreement before an approval, or no more."""
    agreement.ask(request.company.id, request.user.id, wanted=body.asked)
    return _agreement(request)


@router.get("/pin", response=PinOut)
@allow("passkeys", "read")
def my_pin(request: TenantRequest) -> dict[str, bool]:
    """Whether I have a PIN."""
    return {"is_set": pins.is_set(request.user)}


@router.post("/pin", response={200: PinOut, 409: ProblemOut})
@allow("passkeys", "write", reads=False)
def choose_pin(request: TenantRequest, body: PinIn) -> dict[str, bool]:
    """Set my PIN, or another one."""
    reauth.require(request.user, body.password, request)
    pins.choose(request.user, body.pin, request)
    return {"is_set": True}


@router.post("/session/pin", response={200: PinProofOut, 409: ProblemOut})
@allow("session", "write", reads=False)
def prove_pin(request: TenantRequest, body: PinProofIn) -> dict[str, str]:
    """Enter the PIN for one command that an enrolled device signs."""
    shared = session.visit_of(request) is not None
    try:
        pins.require(request.user, body.pin, request, shared=shared)
    except Problem:
        if shared:
            pin_guessed(request.user)
        raise
    return {"token": proof.make(request.user.id, body.command, "pin")}


@router.get("/accounts/passkeys", response=list[PasskeyOfOut])
@allow("accounts", "read")
def passkeys_of_everybody(request: TenantRequest) -> list[dict[str, object]]:
    """The passkeys of all accounts, the newest first, the revoked ones too; 2000 at most."""
    here = {"company_id": request.company.id}
    found = list(Passkey.objects.filter(**here).order_by("-created_at", "-id")[:2000])
    names = dict(Account.objects.filter(**here).values_list("id", "username"))
    same = [name for name in PasskeyOfOut.model_fields if name != "username"]
    told = [{name: getattr(row, name) for name in same} for row in found]
    return [{**row, "username": names.get(row["account_id"], "")} for row in told]


@router.get("/accounts/{uuid:account_id}/passkeys", response={200: list[PasskeyOut], 404: ProblemOut})
@allow("accounts", "read")
def passkeys_of(request: TenantRequest, account_id: UUID) -> list[Passkey]:
    """The passkeys of an account."""
    return _of(request, _known(request, account_id))


@router.post(
    "/accounts/{uuid:account_id}/passkeys/{uuid:passkey_id}/revoke",
    response={200: PasskeyOut, 404: ProblemOut},
)
@allow("accounts", "write")
def revoke_passkey_of(request: TenantRequest, account_id: UUID, passkey_id: UUID) -> Passkey:
    """End a passkey of somebody else's account."""
    return _ended(request, _known(request, account_id), passkey_id)


@router.get("/signatures/{sha256}", response={200: EvidenceOut, 404: ProblemOut})
@allow("evidence", "read")
def get_evidence(request: TenantRequest, sha256: str) -> dict[str, object]:
    """What is kept of a signature that an event names, to be checked again by anybody."""
    here = {"company_id": request.company.id}
    kept = Evidence.objects.filter(**here, sha256=sha256).first()
    if kept is None:
        raise Problem("not_found")
    text = SignedText.objects.filter(**here, sha256=kept.command).first()
    return {
        **{name: getattr(kept, name) for name in ("sha256", "way", "account_id", "command", "recorded_at")},
        "body": bytes(kept.body).decode(),
        "text": bytes(text.bytes).decode() if text else None,
    }


def _agreement(request: TenantRequest) -> dict[str, object]:
    given = agreement.agreed(request.company.id, request.user.id)
    text = agreement.shown()
    zh, en = text.languages
    return {
        "version": text.version,
        "sha256": text.sha256,
        "zh": zh,
        "en": en,
        "asked": agreement.asked(request.company.id),
        "agreed": given.version if given else None,
        "agreed_at": given.agreed_at if given else None,
        "may_ask": may(request.user.roles, "signature_levels", "write"),
    }


def _ended(request: TenantRequest, account_id: UUID, passkey_id: UUID) -> Passkey:
    found = passkeys.revoke(request, account_id, passkey_id)
    stream.revoked(found, request.user.id)
    return found


def _of(request: TenantRequest, account_id: UUID) -> list[Passkey]:
    found = Passkey.objects.filter(company_id=request.company.id, account_id=account_id)
    return list(found.order_by("-created_at", "-id"))


def _known(request: TenantRequest, account_id: UUID) -> UUID:
    if not Account.objects.filter(company_id=request.company.id, id=account_id).exists():
        raise Problem("not_found")
    return account_id
