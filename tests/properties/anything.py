"""Whatever anybody may send: a body for every command, right or wrong, but of the right shape."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from davy_core.instants import iso
from davy_core.permits.decide import HANDLERS
from davy_core.permits.tests.instrument import told
from davy_core.permits.tests.walk import AIR, CLEAR, SCAN, SIGNED
from davy_core.permits.tests.world import FIVE, PEOPLE, PHOTO, World

__all__ = ["KINDS", "body", "people"]

KINDS = sorted(HANDLERS.keys() | {"draft"})
CAUSES = ["stopped", "sos", "gas", "anomaly", "violation", "guardian_left", "cancel_requested", "nothing"]
AMOUNTS = ["0", "0.001", "0.2", "3", "60"]
DUE = "2026-11-23T09:00:00.000Z"
REASON = {"reason": "r"}

Bodies = st.SearchStrategy[dict[str, Any]]
people = st.sampled_from(PEOPLE)

FIXED: dict[str, dict[str, Any]] = {
    "amend": {"content": "x"},
    "withdraw": REASON,
    "confirm_hazard": {"row": "residue", "applies": False},
    "add_hazard": {"text": "t"},
    "plan_ventilation": dict(AIR),
    "switch_ventilation": {"running": True},
    "give_briefing": {"items": ["x"]},
    "sign_briefing": dict(SIGNED),
    "return_to_draft": REASON,
    "refuse": REASON,
    "verify_ticket": dict(SIGNED),
    "five_checks": dict(FIVE),
    "start": dict(SCAN),
    "add_photo": {"photo": PHOTO, "purpose": "other"},
    "add_voice": {"voice": PHOTO, "about": "stop"},
    "take_back": {"cause": "violation"},
    "report_change": {"kind": "process"},
    "freeze_work": {"area": "area"},
    "heed_episode": told(),
    "void": REASON,
    "request_cancel": REASON,
    "sign_shift": {"side": "incoming", **SIGNED},
    "reject_work": {"items": [{"text": "t", "due": DUE}]},
    "rectify": {"item": "r1"},
    "hand_over_place": {"permit": "other"},
    "recall_to_draft": REASON,
    "mark_read": {},
    "nudge": {},
    "ask_for": {"what": "resume"},
    "record_call": {"person": "wang", "well": False},
    "review_urgent": {"finding": "justified", "note": "n"},
    "link": {"permit": "other"},
}


def body(kind: str, world: World) -> Bodies:
    """Bodies for a command on the permit as it is."""
    for source in (
        _people(kind),
        _of_the_route(kind, world),
        _of_the_permit(kind, world),
        _of_paper(kind, world),
    ):
        if source is not None:
            return source
    return st.just(FIXED.get(kind, {}))


def _people(kind: str) -> Bodies | None:
    live = st.sampled_from(["guardian", "responsible"])
    duties = st.sampled_from(["worker", "analyst", "confirmer"])
    match kind:
        case "enter_space" | "leave_space":
            return people.map(lambda p: {"person": p})
        case "assign" | "unassign":
            return st.builds(lambda d, p: {"duty": d, "person": p}, duties, people)
        case "offer_duty":
            return st.builds(lambda d, p: {"duty": d, "to": p}, live, people)
        case "take_duty":
            return live.map(lambda d: {"duty": d})
        case "pause":
            return st.sampled_from(["break", "anomaly", "gas"]).map(lambda c: {"cause": c})
        case "record_value":
            return st.sampled_from(["0.4", "99"]).map(lambda v: {"record": "pressure", "value": v})
        case "resume":
            return st.booleans().map(lambda changed: {"changed": changed})
        case _:
            return None


def _of_the_route(kind: str, world: World) -> Bodies | None:
    match kind:
        case "return_to_stage":
            stages = [s.id for s in world.permit.stages] if world.permit else []
            return st.sampled_from(stages or ["area"]).map(lambda s: {"stage": s, **REASON})
        case "add_signer":
            return st.sampled_from(sorted(world.posts)).map(lambda p: {"post": p, **REASON})
        case "transfer_decision":
            return people.map(lambda p: {"to": p, **REASON})
        case "copy_to":
            return people.map(lambda p: {"persons": [p], "posts": ["acceptor"]})
        case _:
            return None


def _of_the_permit(kind: str, world: World) -> Bodies | None:
    permit, template = world.permit, world.facts().rulebook.template
    match kind:
        case "draft":
            return st.just(world.request())
        case "check_residual_fire" | "confirm_clear":
            told: Mapping[str, Any] = {"clear": True} if kind == "check_residual_fire" else CLEAR
            return st.just({**told, "photo": world.shot()})
        case "accept":
            items = [a["id"] for a in template["acceptance"]]
            return st.just({"items": items, "photos": [world.shot()], **SIGNED})
        case "record_round":
            return st.sampled_from(AMOUNTS).map(lambda a: {"readings": _readings(world, a)})
        case "answer_measure":
            known = [m.id for m in permit.measures] if permit else []
            asked = st.sampled_from(known or ["x"])
            return st.builds(lambda m, a: {"measure": m, "applies": a}, asked, st.booleans())
        case "sign_stage":
            seen = [*template.get("critical", ()), *(m.id for m in permit.measures)] if permit else []
            stages = [s.id for s in permit.stages] if permit else []
            said = {"confirmed": seen, **SIGNED}
            return st.sampled_from(stages or ["area"]).map(lambda s: {"stage": s, **said})
        case "resolve_cause":
            here = [c.id for c in permit.causes] if permit else []
            return st.sampled_from([*here, *CAUSES]).map(lambda c: {"cause": c, "changed": False})
        case _:
            return None


def _of_paper(kind: str, world: World) -> Bodies | None:
    """What is printed, entered from a sheet later, and checked by another."""
    match kind:
        case "print_sheet":
            return st.sampled_from(("form", "fill")).map(lambda purpose: {"purpose": purpose})
        case "capture_entry":
            told = {"sheet": 1, "wrote": "wang", "photos": [world.shot()]}
            times = st.integers(0, 300).map(lambda ago: iso(world.now - timedelta(minutes=ago)))
            what = st.sampled_from(("guard_round", "stop", "value"))
            return st.builds(
                lambda w, at, good: {**told, "what": w, "written_at": at, "good": good},
                what,
                times,
                st.booleans(),
            )
        case "confirm_capture":
            return st.builds(
                lambda n, agrees: {"entry": n, "agrees": agrees}, st.integers(1, 3), st.booleans()
            )
        case _:
            return None


def _readings(world: World, amount: str) -> list[dict[str, Any]]:
    if world.permit is not None:
        return [{**r, "value": {**r["value"], "value": amount}} for r in world.readings()[:2]]
    value = {"value": amount, "unit": "%vol"}
    return [
        {"point": "representative", "substance": "methanol", "value": value, "sampled_at": iso(world.now)}
    ]
