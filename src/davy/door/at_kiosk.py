"""What is given at a shared terminal: its key over the exact bytes, the PIN of who stands there, one command.

The badge and a first PIN opened the visit; the PIN is entered again for the command, so that who walks away
leaves nothing that another could sign with. A terminal at the gate proves no presence at the work point: what
needs presence is refused here, and a position or a scanned code is none of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from davy.accounts import proof, security
from davy.db import tenant
from davy.devices import p256, queries
from davy.devices.models import DeviceRow
from davy.door.envelope import Envelope
from davy.door.stopping import stops
from davy.problems.response import Problem
from davy.rulebook import law
from davy.signatures import visits
from davy.signatures.models import Visit
from davy.signatures.store import keep
from davy_core.signatures.ways import Proof

__all__ = ["by_kiosk", "free_here"]

KIOSK = frozenset({"kiosk", "signature"})
TELLS = frozenset({"leave_space", "confirm_stopped"})
"""A phone may send these late, as it may what stops. But they halt nothing: they say in somebody's name that
people are out or work stands still, and at a terminal that he left anybody could say so."""
SAYS_WHY = frozenset({"report_change", "request_cancel"})
"""They stop work and say more: that something changed, that he wants the permit withdrawn. Whoever only wants
it to stop presses stop, which asks for nobody's PIN; these stand in somebody's name."""


def free_here(envelope: Envelope) -> bool:
    """Whether it stops one work or all of an area and says no more: that needs neither PIN nor terminal
    (S15)."""
    if envelope.stream_kind == "permit" and envelope.kind in TELLS | SAYS_WHY:
        return False
    return stops(envelope)


def by_kiosk(
    envelope: Envelope, raw: bytes, account: UUID, visit_id: UUID, told: Mapping[str, str] | None
) -> Proof:
    """The proof of a command given at a terminal, kept as evidence. Raises Problem for all that does not fit,
    on record."""
    try:
        with tenant.company(envelope.company):
            return _checked(envelope, raw, account, visit_id, told or {})
    except Problem:
        security.record("kiosk_proof_refused", company_id=envelope.company, account_id=account)
        raise


def _checked(envelope: Envelope, raw: bytes, account: UUID, visit_id: UUID, told: Mapping[str, str]) -> Proof:
    if set(told) != KIOSK:
        raise Problem("kiosk_must_sign")
    visit, kiosk = _standing(envelope.company, account, visit_id, str(told["kiosk"]))
    signature = str(told["signature"])  # whatever JSON came beside the bytes
    if not p256.verifies(kiosk.key, signature, raw):
        raise Problem("kiosk_signature_wrong")
    rule = law.commands().get(envelope.kind, {}) if envelope.stream_kind == "permit" else {}
    if rule.get("position") or envelope.position is not None or "scan" in envelope.body:
        raise Problem("kiosk_no_presence")
    if not proof.holds(envelope.reauth, account, envelope.id, way="pin"):
        raise Problem("kiosk_pin_again")
    if not visits.claim(visit, envelope.id):
        raise Problem("kiosk_one_command")
    kept = {
        "kiosk": str(kiosk.id),
        "public_key": kiosk.key,
        "signature": signature,
        "badge": str(visit.badge_id),
        "visit": str(visit.id),
        "pin": True,
    }
    evidence, _ = keep(envelope.company, account, "kiosk", raw, kept)
    return Proof("kiosk", evidence)


def _standing(company_id: UUID, account: UUID, visit_id: UUID, named: str) -> tuple[Visit, DeviceRow]:
    visit = visits.standing(company_id, visit_id)
    if visit is None or visit.account_id != account:
        raise Problem("kiosk_visit_over")
    kiosk = queries.load(company_id, visit.kiosk_id)
    if kiosk is None or kiosk.revoked_at is not None:
        raise Problem("kiosk_revoked")
    if str(kiosk.id) != named:
        raise Problem("kiosk_must_sign")
    return visit, kiosk
