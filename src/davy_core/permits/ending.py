"""The end: finish, residual fire, acceptance, voiding, cancelling, and clearing the site (S6, S13, S14)."""

from __future__ import annotations

from collections.abc import Sequence

from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.paper_checks import unsettled
from davy_core.permits.stamp import absence, presence, stamp
from davy_core.permits.state import Permit

CLEARANCE_ITEMS = ("stopped", "register", "fire", "isolation", "site_safe")


def finish(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The work is done; nobody and no tool may be inside (GB 30871 6.8)."""
    inside = _inside(permit)
    if inside:
        return Refused((inside,))
    if not permit.started:
        return refuse("never_started")
    open_causes = [c.id for c in permit.causes if c.kind != "break"]
    if open_causes:
        return refuse("causes_open", causes=open_causes)
    return accept(Event("WorkFinished", stamp(facts)))


def _inside(permit: Permit) -> Reason | None:
    if not permit.inside and not permit.tools_inside:
        return None
    return Reason("people_inside", {"count": len(permit.inside), "tools": len(permit.tools_inside)})


def _unchecked(permit: Permit) -> Reason | None:
    """What paper tells of this work may be anything until it is settled (S18)."""
    entries = unsettled(permit)
    return Reason("paper_unchecked", {"entries": list(entries)}) if entries else None


def _away(facts: Facts) -> list[Reason]:
    """Nobody closes a place from afar (4.14, 5.2.14)."""
    away = absence(facts)
    return [] if away is None else [away]


def _unproven(permit: Permit, photos: Sequence[str], facts: Facts) -> list[Reason]:
    """Why a photo does not show how things are now: it never arrived, or it proved something earlier."""
    found = [Reason("photo_unknown", {"photo": p}) for p in photos if p not in facts.attachments]
    return found + [Reason("photo_reused", {"photo": p}) for p in photos if p in permit.shown]


def check_residual_fire(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The guardian has looked for residual fire, with a photo (GB 30871 5.2.14)."""
    photo = command.body["photo"]
    reasons = [*_unproven(permit, [photo], facts), *_away(facts)]
    if reasons:
        return Refused(tuple(reasons))
    data = {**stamp(facts), **presence(facts), "photo": photo, "clear": command.body["clear"] is True}
    return accept(Event("ResidualFireChecked", data))


def accept_work(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """On-site acceptance closes the permit (4.14, 4.15). The crew never accepts its own work."""
    if facts.actor.person in permit.ever_worked():
        return refuse("separation_of_duties", duty="acceptor")
    reasons = []
    wanted = [a["id"] for a in facts.rulebook.template["acceptance"]]
    unseen = sorted(set(wanted) - set(command.body["items"]))
    if unseen:
        reasons.append(Reason("acceptance_items_missing", {"items": unseen}))
    if not command.body["photos"]:
        reasons.append(Reason("acceptance_photo_missing"))
    reasons += _unproven(permit, command.body["photos"], facts)
    due = [r.id for r in permit.rectifications if r.done_at is None]
    if due:
        reasons.append(Reason("rectification_open", {"items": due}))
    reasons += [r for r in (_unchecked(permit), _inside(permit)) if r is not None]
    reasons += _away(facts)
    if reasons:
        return Refused(tuple(reasons))
    seen = {"items": list(command.body["items"]), "photos": list(command.body["photos"])}
    data = {**stamp(facts), **presence(facts), **seen}
    return accept(Event("WorkAccepted", data, {"signature": str(command.body.get("signature", ""))}))


def reject_work(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Failed acceptance: the permit stays finished, with rectification items and their deadlines (S13)."""
    known = len(permit.rectifications)
    rows = command.body["items"]
    items = [{"id": f"r{known + i + 1}", "due": row["due"]} for i, row in enumerate(rows)]
    private = {f"r{known + i + 1}": str(row["text"]) for i, row in enumerate(rows)}
    return accept(Event("WorkRejected", {**stamp(facts), "items": items}, private))


def rectify(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """One rectification item is put right."""
    item = next((r for r in permit.rectifications if r.id == command.body["item"]), None)
    if item is None or item.done_at is not None:
        return refuse("rectification_unknown", item=command.body["item"])
    photo = command.body.get("photo")
    unproven = _unproven(permit, [photo], facts) if photo is not None else []
    if unproven:
        return Refused(tuple(unproven))
    data = {**stamp(facts), "item": item.id}
    return accept(Event("ItemRectified", {**data, "photo": photo} if photo else data))


def void(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The issuing side ends the permission. The site is cleared separately (S6)."""
    data = {**stamp(facts), "reason": "issuer"}
    return accept(Event("PermitVoided", data, {"reason": str(command.body["reason"])}))


def approve_cancel(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Second of two steps: the issuing side agrees and the permit is withdrawn (S13)."""
    if facts.actor.person in permit.ever_worked():
        return refuse("separation_of_duties", duty="issuer")
    if permit.cause("cancel_requested") is None:
        return refuse("cancel_not_requested")
    return accept(Event("PermitCancelled", {**stamp(facts), "reason": "cancelled"}))


def confirm_clear(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Work stopped, register empty, no residual fire, isolations restored or handed over, site safe (S6)."""
    if facts.actor.person in permit.ever_worked():
        return refuse("separation_of_duties", duty="shift_leader")
    reasons = []
    unseen = [i for i in CLEARANCE_ITEMS if i not in command.body["items"]]
    if unseen:
        reasons.append(Reason("clearance_item_missing", {"items": unseen}))
    reasons += [r for r in (_unchecked(permit), _inside(permit)) if r is not None]
    photo = command.body["photo"]
    reasons += [*_unproven(permit, [photo], facts), *_away(facts)]
    if reasons:
        return Refused(tuple(reasons))
    data = {**stamp(facts), **presence(facts), "items": list(CLEARANCE_ITEMS), "photo": photo}
    return accept(Event("ClearanceConfirmed", data, {"signature": str(command.body.get("signature", ""))}))


def hand_over_place(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Let one named permit start at this point although the clearance here is still open (S6)."""
    against = [r for r in (_inside(permit), _unchecked(permit)) if r is not None]
    if against:
        return Refused(tuple(against))
    to = command.body["permit"]
    if to not in takers(facts):
        return refuse("place_not_for_it")
    return accept(Event("PlaceHandedOver", {**stamp(facts), "to": to}))


def takers(facts: Facts) -> list[str]:
    """The permits to which a place may be handed over: those at the point that work may begin or go on
    under."""
    return [n.id for n in facts.neighbours if n.same_point and n.state in {"issued", "active", "paused"}]


HANDLERS = {
    "finish": finish,
    "check_residual_fire": check_residual_fire,
    "accept": accept_work,
    "reject_work": reject_work,
    "rectify": rectify,
    "void": void,
    "approve_cancel": approve_cancel,
    "confirm_clear": confirm_clear,
    "hand_over_place": hand_over_place,
}
