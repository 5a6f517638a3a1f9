"""Lives of permits in which every event there is happens at least once, told from the shipped law alone.

`python -m tests.contracts.lives` writes the golden files that do not exist yet; those that do are never
touched: what was released must fold for ever.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from davy_core.evidence.canonical import decode, encode
from davy_core.instants import iso
from davy_core.outcome import Event
from davy_core.permits.facts import Neighbour, Post
from davy_core.permits.plain import to_plain
from davy_core.permits.state import Permit
from davy_core.permits.tests.beside import beside, crossed
from davy_core.permits.tests.detector import seen, tap
from davy_core.permits.tests.instrument import told
from davy_core.permits.tests.walk import AIR, CLEAR, SIGNED, step, walk
from davy_core.permits.tests.world import OTHER, PEOPLE, PHOTO, WORK, World

__all__ = ["GOLDEN", "LIVES", "dressed", "written"]

GOLDEN = Path(__file__).parent / "golden_events"
IDS = {name: str(uuid5(NAMESPACE_URL, name)) for name in PEOPLE}


def dressed(value: Any) -> Any:
    """The value with the short names of the plant in memory replaced by ids, as they are in a real one."""
    if isinstance(value, str):
        return IDS.get(value, value)
    if isinstance(value, Mapping):
        return {":".join(IDS.get(part, part) for part in k.split(":")): dressed(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [dressed(v) for v in value]
    return value


def hot() -> World:
    """Returned and amended, issued, started, stopped by gas, resumed, handed over, rejected, accepted."""
    world = World(type="hot")
    world.must("li", "draft", world.request(work={**WORK["hot"], "outdoors": True}))
    world.must("li", "submit")
    world.must("zhao", "return_to_draft", {"reason": "补充"})
    world.must("li", "amend", {"content": "更换法兰和垫片"})
    walk(world, "issued")
    world.must("li", "assign", {"duty": "analyst", "person": "sun"})
    world.must("li", "unassign", {"duty": "analyst", "person": "sun"})
    walk(world, "active")
    world.later(minutes=10)
    world.must("wang", "guard_round")
    for wind in (None, 2):
        world.wind = wind
        world.must(None, "tick")
    world.must("qian", "add_photo", {"photo": PHOTO, "purpose": "work"})
    world.give("sun", "resume", {"changed": False})
    world.must("zhou", "record_round", {"readings": world.readings("3")})
    world.must("qian", "receive_pause")
    world.must("li", "confirm_stopped")
    world.later(minutes=5)
    _go_on(world)
    world.must("wang", "offer_duty", {"duty": "guardian", "to": "sun"})
    world.must("sun", "sign_briefing", dict(SIGNED))
    world.must("sun", "take_duty", {"duty": "guardian"})
    world.must("sun", "sign_shift", {"side": "incoming", **SIGNED})
    world.must("li", "finish")
    world.later(minutes=31)
    world.must("sun", "check_residual_fire", {"photo": world.shot(), "clear": True})
    due = world.now + timedelta(hours=1)
    world.must("wei", "reject_work", {"items": [{"text": "焊渣", "due": due.isoformat()}]})
    world.must("li", "rectify", {"item": "r1", "photo": world.shot()})
    return walk(world, "closed")


def confined() -> World:
    """People and a tool go in and out, the guardian falls silent, the day runs out, the place is cleared."""
    world = walk(World(type="confined"), "active")
    world.must("wang", "enter_space", {"person": "qian"})
    world.must("wang", "enter_space", {"tool": "扳手 3 号"})
    world.contact_age = None
    world.later(minutes=10)
    world.must(None, "tick")
    world.later(minutes=2)
    world.must(None, "tick")
    world.must("wang", "leave_space", {"person": "qian"})
    world.must("wang", "leave_space", {"tool": "扳手 3 号"})
    world.contact_age = timedelta(seconds=10)
    world.later(minutes=1)
    _go_on(world)
    world.later(seconds=1)
    world.contact_age = None
    world.later(minutes=4)
    world.must(None, "tick")
    world.contact_age = timedelta(seconds=10)
    world.must(None, "tick")
    world.later(hours=9)
    world.must(None, "tick")
    world.must(None, "tick")
    world.neighbours = (
        Neighbour(OTHER, "confined", "sun", "SX-2", "issued", "none", same_point=True, overlaps=True),
    )
    world.must("feng", "hand_over_place", {"permit": OTHER})
    world.must("feng", "confirm_clear", {**CLEAR, "photo": world.shot()})
    return world


def ventilated() -> World:
    """Planned twice, the second time by an earlier decay; switched on, off and on again."""
    world = walk(World(type="confined"), "submitted")
    world.must("li", "plan_ventilation", dict(AIR))
    hours = [iso(world.now - timedelta(days=20) + timedelta(hours=n)) for n in range(4)]
    readings = [{"at": at, "value": v} for at, v in zip(hours, ("200", "119.3", "71.2", "42.4"), strict=True)]
    history = {"substance": "methanol", "unit": "mg/m3", "flow": AIR["flow"], "readings": readings}
    world.must("wu", "plan_ventilation", {**AIR, "asked_s": 14400, "unit_sure": True, "history": history})
    world.must("wu", "switch_ventilation", {"running": True, "photo": world.shot()})
    world.later(minutes=5)
    world.must("wang", "switch_ventilation", {"running": False})
    world.must("li", "switch_ventilation", {"running": True})
    return world


def graded() -> World:
    """A row is added in somebody's own words; graded worse than proposed, it lengthens the route."""
    world = walk(World(type="confined"), "submitted")
    world.must("li", "add_hazard", {"text": "管沟里有积水", "controls": "先抽干"})
    risky = {"before": {"L": "6", "E": "6", "C": "15"}, "after": {"L": "1", "E": "6", "C": "40"}}
    world.must("wu", "confirm_hazard", {"row": "added_1", "applies": True, **risky})
    walk(world, "issued")
    return world


def linked() -> World:
    """The permit of another work of the same job is named."""
    world = World(type="hot")
    world.must("li", "draft", world.request(work={**WORK["hot"], "also_types": ["confined"]}))
    other = Neighbour(OTHER, "confined", "li", "SX-2", "draft", "none", same_point=True, overlaps=True)
    world.must("li", "link", {"permit": OTHER}, named=other)
    return world


def crossing() -> World:
    """Another crew works on the same equipment: a coordinator is named and signs for both."""
    world = walk(World(type="hot"), "submitted")
    world.nearby = (beside("hot"),)
    world.must("zhao", "name_coordinator", {"person": "sun"})
    world.must("sun", "sign_crossing", crossed())
    return world


def cancelled() -> World:
    """Somebody reports a change, the applicant asks to cancel, the issuer agrees."""
    world = walk(World(type="hot"), "active")
    world.must("qian", "report_change", {"kind": "process", "what": "管线又带料了"})
    world.must("li", "request_cancel", {"reason": "今天不做了"})
    world.must("zhao", "approve_cancel")
    return world


def leak_sealing() -> World:
    """What is measured beside gas, one after another, the pressure too high once."""
    world = walk(World(type="leak_sealing"), "active")
    world.later(minutes=10)
    world.must("wang", "record_value", {"record": "pressure", "value": "9.9"})
    world.must(None, "tick")
    return world


def refused() -> World:
    """An approver says no."""
    world = walk(World(type="hot"), "submitted")
    world.must("zhao", "refuse", {"reason": "不具备条件"})
    return world


def routed() -> World:
    """Recalled, a signer added, returned to a step, handed over, copied and read."""
    world = walk(World(type="hot"), "submitted")
    world.posts["electrician"] = Post(holder="sun", superior="leader")
    world.posts["safety_dept"] = Post("zheng", deputy="chen")
    world.must("li", "recall_to_draft", {"reason": "改时间"})
    world.must("li", "copy_to", {"persons": ["wei"], "posts": ["electrician"]})
    _until_signing(world)
    world.must("zhao", "add_signer", {"post": "electrician", "reason": "有临时用电"})
    world.must(*_signature(world, "sun"))
    world.must(*_signature(world, "zhao"))
    world.must("zheng", "return_to_stage", {"stage": "added_1", "reason": "看一下接地"})
    world.must(*_signature(world, "sun"))
    world.must(*_signature(world, "zhao"))
    world.must("zheng", "transfer_decision", {"to": "chen", "reason": "外出"})
    world.must(*_signature(world, "chen"))
    world.must("wei", "mark_read")
    return world


def urgent() -> World:
    """A repair that cannot wait: signed by all as ever, and reviewed afterwards."""
    world = World(type="confined")
    world.must("li", "draft", world.request(urgent=True, urgent_reason="泵密封泄漏"))
    walk(world, "issued")
    world.later(hours=7)
    world.must("zheng", "review_urgent", {"finding": "justified", "note": "泄漏属实"})
    return world


def _until_signing(world: World) -> None:
    while (found := step(world)) is not None and found[1] != "sign_stage":
        world.must(*found)


def _signature(world: World, who: str) -> tuple[str, str, dict[str, Any]]:
    found = step(world)
    assert found is not None
    assert found[1] == "sign_stage"
    return who, found[1], found[2]


def untethered() -> World:
    """Work that goes on without signal: calls are heard, one is missed, a step is only asked for."""
    world = World(type="height")
    world.must("li", "draft", world.request(untethered={"detector": "4-118"}))
    walk(world, "active")
    world.contact_age = None
    world.later(minutes=10)
    world.must("chu", "record_call", {"person": "wang", "well": True})
    world.later(minutes=16)
    world.must(None, "tick")
    world.must("li", "ask_for", {"what": "resume"})
    world.must("li", "ask_for", {"what": "start"})
    return world


def on_paper() -> World:
    """The sheet that hangs on site is printed, and printed again."""
    world = walk(World(type="hot"), "active")
    world.must("li", "print_sheet", {"purpose": "form"})
    world.must("feng", "print_sheet", {"purpose": "form"})
    return world


def captured() -> World:
    """A sheet is filled by hand and entered later: gas over its limit stops the work; a second person agrees
    once and disagrees once."""
    world = walk(World(type="hot"), "active")
    world.must("li", "print_sheet", {"purpose": "fill"})
    world.later(minutes=20)
    line = {"sheet": 1, "wrote": "wang", "written_at": iso(world.now), "photos": [world.shot()]}
    world.later(minutes=20)
    world.must("chu", "capture_entry", {**line, "what": "guard_round", "good": True})
    rows = [{k: v for k, v in row.items() if k != "sampled_at"} for row in world.readings("3")]
    world.must("chu", "capture_entry", {**line, "what": "gas", "wrote": "zhou", "readings": rows})
    world.must("feng", "confirm_capture", {"entry": 1, "agrees": True})
    world.must("feng", "confirm_capture", {"entry": 2, "agrees": False})
    return world


def spoken() -> World:
    """A stop stands at once; why is said afterwards, by whoever stopped and by somebody beside him."""
    world = walk(World(type="hot"), "active")
    world.must("sun", "stop")
    world.must("sun", "add_voice", {"voice": world.shot(), "about": "stop"})
    world.must("li", "add_voice", {"voice": world.shot(), "about": "stop"})
    return world


def paper_inside() -> World:
    """Somebody goes in on paper and comes out on paper, and gas is written that nobody can read."""
    world = walk(World(type="confined"), "active")
    for person in world.permit.inside if world.permit else ():
        world.must("wang", "leave_space", {"person": person})
    world.must("li", "print_sheet", {"purpose": "fill"})
    begun = world.now
    world.later(minutes=40)
    for n, (what, more) in enumerate((("entry", {"person": "qian"}), ("exit", {"person": "qian"}),
                                      ("entry", {"person": "qian"}), ("entry", {}))):  # fmt: skip
        at = iso(begun + timedelta(minutes=5 * n))
        line = {"sheet": 1, "wrote": "wang", "written_at": at, "photos": [world.shot()], "what": what}
        world.must("chu", "capture_entry", {**line, **more})
    world.must("feng", "confirm_capture", {"entry": 2, "agrees": True})
    rows = [{k: v for k, v in row.items() if k != "sampled_at"} for row in world.readings()]
    rows[0] = {**rows[0], "value": {"value": "OL", "unit": "%LEL"}}
    line = {"sheet": 1, "wrote": "zhou", "written_at": iso(world.now), "photos": [world.shot()]}
    world.must("chu", "capture_entry", {**line, "what": "gas", "readings": rows})
    return world


def late_exit() -> World:
    """Somebody is in by name and on paper, and his way out of before arrives after both."""
    world = walk(World(type="confined"), "active")
    person = "qian"
    world.must("wang", "enter_space", {"person": person})
    world.must("li", "print_sheet", {"purpose": "fill"})
    left = world.now
    world.later(minutes=20)
    line = {"sheet": 1, "wrote": "wang", "written_at": iso(world.now), "photos": [world.shot()]}
    world.must("chu", "capture_entry", {**line, "what": "entry", "person": person})
    world.must("wang", "leave_space", {"person": person}, occurred_at=left, clock="device_synced")
    return world


def instrument() -> World:
    """A meter tells a breach, a worse one and its end; somebody lies; history and silence; work goes on."""
    world = walk(World(type="hot"), "active")
    world.later(minutes=3)
    world.must("watch", "heed_episode", told(world.now, point="middle"))
    world.later(seconds=4)
    worse: dict[str, Any] = {"value": {"value": "22", "unit": "%LEL"}}
    world.must("watch", "heed_episode", told(world.now, "worsened", **worse))
    world.later(minutes=2)
    world.must("watch", "heed_episode", told(world.now, "closed", reason=None))
    silent = {"rule": "gap", "reason": "silent", "pause": "watch_gap", "alarm": "sensor_unknown"}
    nothing: dict[str, Any] = {"channel": None, "value": None, "limit": None, "side": None}
    world.must("watch", "heed_episode", told(world.now, episode="e2", **silent, **nothing))
    world.must("watch", "heed_episode", told(world.now, "closed", "e2", reason="released"))
    lies = {"rule": "fallen", "pause": "sos", "alarm": "person_fallen", "person": PERSON, "channel": "fall"}
    place = {"lat": 31.23, "lon": 121.47, "accuracy_m": 4}
    world.must("watch", "heed_episode", told(world.now, episode="e3", level=1, place=place, **lies))
    world.must("watch", "heed_episode", told(world.now, "closed", "e3"))
    world.must("watch", "heed_episode", told(world.now - timedelta(minutes=4), episode="e4", late=True))
    world.must("watch", "heed_episode", told(world.now, "closed", "e4"))
    world.later(minutes=1)
    _go_on(world)
    return world


def taken() -> World:
    """Rounds by one tap: a good one before the start, a doubtful one, a breach, and the end of it."""
    world = walk(World(type="hot"), "issued")
    world.later(minutes=40)
    for over in ({"lel": "0.4"}, {"lel": "0.4", "doubts": {"lel": "flat"}}, {"lel": "0.4"}):
        world.later(seconds=5)
        tap(world, one=seen(world, seq=len(world.history), **over))
    walk(world, "active")
    world.later(minutes=3)
    tap(world, one=seen(world, seq=900, lel="8.4"))
    world.later(minutes=2)
    tap(world, one=seen(world, seq=901))
    _go_on(world)
    return world


PERSON = str(uuid5(NAMESPACE_URL, "who lies"))
LIVES: Mapping[str, Callable[[], World]] = {
    "hot": hot, "confined": confined, "cancelled": cancelled, "refused": refused,
    "linked": linked, "leak_sealing": leak_sealing, "routed": routed, "urgent": urgent,
    "ventilated": ventilated,
    "crossing": crossing,
    "graded": graded, "untethered": untethered, "on_paper": on_paper,
    "captured": captured, "spoken": spoken, "paper_inside": paper_inside, "late_exit": late_exit,
    "instrument": instrument, "taken": taken,
}  # fmt: skip


def _go_on(world: World) -> None:
    for _ in range(20):
        if world.permit is not None and world.permit.state == "active":
            return
        found = step(world)
        assert found is not None
        world.must(*found)
    raise AssertionError("it does not resume")


def written(world: World) -> dict[str, Any]:
    """A life as its golden file tells it: the events as the chain has them, and what they fold to."""
    events = [_event(event) for event in world.history]
    permit: Permit | None = world.permit
    return {"v": 1, "events": events, "state": dressed(json.loads(json.dumps(to_plain(permit))))}


def _event(event: Event) -> dict[str, Any]:
    return {"type": event.type, "v": 1, "data": dressed(decode(encode(dict(event.data))))}


if __name__ == "__main__":
    for name, live in LIVES.items():
        path = GOLDEN / f"{name}.v1.json"
        if not path.exists():
            text = json.dumps(written(live()), ensure_ascii=False, indent=1, sort_keys=True)
            path.write_text(text + "\n", encoding="utf-8")
