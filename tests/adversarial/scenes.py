"""A hot-work permit in every state of its life, and a well-formed body for every command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, photo, small_plant
from davy.ids import uuid7
from davy_core.instants import iso
from davy_core.permits.tests.instrument import told

__all__ = ["FIVE", "MORNING", "STATES", "bodies", "later", "reach", "reading"]

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # Monday, 08:30 in Shanghai
FIVE = dict.fromkeys(("ventilation", "isolation", "detection", "protection", "communication"), True)
EVERYTHING_CLEAR = ["stopped", "register", "fire", "isolation", "site_safe"]


def later(hands: Hands, **delta: float) -> None:
    """Let simulated time pass."""
    assert hands.at is not None
    hands.at += timedelta(**delta)


def _draft(hands: Hands) -> None:
    journeys.draft_hot(hands)
    hands.must("zhao", "return_to_draft", {"reason": "补充图纸"})


def _submitted(hands: Hands) -> None:
    journeys.draft_hot(hands)


def _issued(hands: Hands) -> None:
    _submitted(hands)
    journeys.prepare(hands)
    journeys.approve(hands)


def _active(hands: Hands) -> None:
    _issued(hands)
    journeys.go_live(hands)


def _paused(hands: Hands) -> None:
    _active(hands)
    hands.must("li", "pause", {"cause": "break"})


def _finished(hands: Hands) -> None:
    _active(hands)
    hands.must("li", "finish")


def _closed(hands: Hands) -> None:
    _finished(hands)
    later(hands, minutes=31)
    hands.must("wang", "check_residual_fire", {"photo": photo(hands.plant.company, "cold"), "clear": True})
    journeys.accept(hands)


def _voided(hands: Hands) -> None:
    _active(hands)
    hands.must("zhao", "void", {"reason": "现场条件不符"})


def _withdrawn(hands: Hands) -> None:
    _active(hands)
    hands.must("li", "request_cancel", {"reason": "今天不做了"})
    hands.must("zhao", "approve_cancel")


STATES: Mapping[str, Callable[[Hands], None]] = {
    "none": lambda _: None,
    "draft": _draft,
    "submitted": _submitted,
    "issued": _issued,
    "active": _active,
    "paused": _paused,
    "finished": _finished,
    "closed": _closed,
    "voided": _voided,
    "withdrawn": _withdrawn,
}
"""Each brings a new permit to its state; the last two with their clearance open."""


def reach(state: str, plant: Plant | None = None) -> Hands:
    """The hands on a permit in this state, at a quiet plant on a Monday morning."""
    hands = Hands(plant or small_plant(simulated=True), at=MORNING)
    STATES[state](hands)
    return hands


def reading(hands: Hands, amount: str = "0.1", **over: Any) -> dict[str, Any]:
    """One reading of methanol at the representative point, sampled now."""
    assert hands.at is not None
    return {
        "point": "representative",
        "substance": "methanol",
        "value": {"value": amount, "unit": "%vol"},
        "sampled_at": iso(hands.at),
        **over,
    }


def _later_bodies(hands: Hands, picture: str, due: str) -> dict[str, dict[str, Any]]:
    """Those of the commands that change people or end a permit."""
    plant, signed, reason = hands.plant, {"signature": journeys.STROKES}, {"reason": "说明"}
    worker = {"duty": "worker", "person": plant.person("chu")}
    return {
        "void": reason,
        "request_cancel": reason,
        "assign": worker,
        "unassign": worker,
        "offer_duty": {"duty": "guardian", "to": plant.person("chu")},
        "take_duty": {"duty": "guardian"},
        "sign_shift": {"side": "outgoing", **signed},
        "check_residual_fire": {"photo": picture, "clear": True},
        "accept": {"items": [], "photos": [picture], **signed},
        "reject_work": {"items": [{"text": "焊渣未清", "due": due}]},
        "rectify": {"item": "r1"},
        "confirm_clear": {"items": EVERYTHING_CLEAR, "photo": picture, **signed},
        "hand_over_place": {"permit": str(hands.permit)},
        "link": {"permit": str(hands.permit)},
        "freeze_work": {"area": str(plant.area)},
        "bar_person": {"person": plant.person("qian"), **reason},
        "heed_episode": told(hands.at),
    }


def _paper_bodies(hands: Hands, picture: str) -> dict[str, dict[str, Any]]:
    """Those of the commands about the sheets of a permit."""
    assert hands.at is not None
    wrote = {"wrote": hands.plant.person("wang"), "written_at": iso(hands.at), "photos": [picture]}
    return {
        "print_sheet": {"purpose": "fill"},
        "capture_entry": {"sheet": 1, "what": "guard_round", "good": True, **wrote},
        "confirm_capture": {"entry": 1, "agrees": True},
    }


def _route_bodies(hands: Hands) -> dict[str, dict[str, Any]]:
    """Those of the commands that bend a route, air a space, or answer for works that cross."""
    reason = {"reason": "说明"}
    return {
        "return_to_stage": {"stage": "area", **reason},
        "add_signer": {"post": "leader", **reason},
        "transfer_decision": {"to": hands.plant.person("chen"), **reason},
        "recall_to_draft": reason,
        "copy_to": {"posts": ["leader"]},
        "mark_read": {},
        "ask_for": {"what": "resume"},
        "record_call": {"person": hands.plant.person("wang"), "well": True},
        "plan_ventilation": dict(journeys.AIR),
        "switch_ventilation": {"running": True},
        "name_coordinator": {"person": hands.plant.person("chen")},
        "sign_crossing": {
            "permits": [str(hands.permit)],
            "items": [],
            "analysis": "上下错开",
            "signature": journeys.STROKES,
        },
        "review_urgent": {"finding": "justified", "note": "抢修属实"},
    }


def _gas_bodies(hands: Hands) -> dict[str, dict[str, Any]]:
    return {
        "record_round": {"readings": [reading(hands)]},
        "take_round": {"instrument": str(uuid7()), "point": "representative"},
    }


def bodies(hands: Hands) -> dict[str, dict[str, Any]]:
    """A well-formed body for every command of the contract, with ids of this plant."""
    plant, picture = hands.plant, photo(hands.plant.company, "proof")
    assert hands.at is not None
    window = {"from": iso(hands.at), "to": iso(hands.at + timedelta(hours=2))}
    place = {"site": str(plant.site), "area": str(plant.area), "point": str(plant.point)}
    signed, reason = {"signature": journeys.STROKES}, {"reason": "说明"}
    empty: tuple[str, ...] = (
        "submit", "check_in", "guard_round", "stop", "sos", "receive_pause", "confirm_stopped", "stand_by",
        "approve_cancel", "finish", "tick", "recall_basis", "nudge",
    )  # fmt: skip
    return {
        **{kind: {} for kind in empty},
        "draft": {"type": "hot", "place": place, "window": window, "crew": journeys.crew(plant),
                  "work": dict(journeys.HOT_WORK), "content": "焊接"},
        "amend": {"content": "改焊接法兰"},
        "withdraw": reason,
        "confirm_hazard": {"row": "residue", "applies": True, "controls": ["residue.clean"]},
        "add_hazard": {"text": "旁边在放空", "controls": "停止放空"},
        "answer_measure": {"measure": "fire_gear", "applies": True},
        "record_value": {"record": "pressure", "value": "0.4"},
        "give_briefing": {"items": ["hazards"]},
        "sign_briefing": signed,
        "sign_stage": {"stage": "area", "confirmed": [], **signed},
        "return_to_draft": reason, "refuse": reason,
        "verify_ticket": signed,
        "five_checks": dict(FIVE),
        "start": {"scan": plant.point_token, "held_ms": 1800},
        "enter_space": {"person": plant.person("qian")},
        "leave_space": {"person": plant.person("qian")},
        "add_photo": {"photo": picture, "purpose": "other"}, "add_voice": {"voice": picture, "about": "stop"},
        "pause": {"cause": "break"},
        "take_back": {"cause": "violation"},
        "report_change": {"kind": "process"},
        "resolve_cause": {"cause": "stopped"},
        "resume": {"changed": False},
        **_gas_bodies(hands),
        **_route_bodies(hands),
        **_later_bodies(hands, picture, window["to"]),
        **_paper_bodies(hands, picture),
    }  # fmt: skip
