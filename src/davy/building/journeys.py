"""A permit's usual way, step by step: what tests start from and the demo lives by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from davy import clock
from davy.building.hands import Hands
from davy.building.plant import POSTS, Plant, photo
from davy.building.scheming import approved
from davy.db import tenant
from davy.permits.facts import load, snapshot
from davy.rulebook import law
from davy.sites.models import WorkPoint
from davy_core.gas.plan import SamplingPlan
from davy_core.instants import iso
from davy_core.permits.gas_plan import plan_of
from davy_core.permits.state import Permit
from davy_core.risk.book import Row

__all__ = [
    "AIR",
    "BLIND_WORK",
    "CONFINED_WORK",
    "DIGGING_WORK",
    "HEIGHT_WORK",
    "HOT_WORK",
    "LIFTING_WORK",
    "POWER_WORK",
    "ROAD_WORK",
    "WORKS",
    "approve",
    "asked_gas",
    "brief",
    "clean_air",
    "crew",
    "draft",
    "draft_confined",
    "draft_hot",
    "draft_work",
    "gas_round",
    "get_to_work",
    "go_live",
    "prepare",
    "press",
    "stand_ready",
    "state",
    "ventilate",
]

HOT_WORK: Mapping[str, Any] = {
    "mode": "arc_welding",
    "in_operation": False,
    "whole_unit_down": False,
    "outdoors": False,
    "over_height": False,
    "big_equipment": False,
    "outer_wall": False,
    "oxygen_equipment": False,
    "needs_plan": False,
}
CONFINED_WORK: Mapping[str, Any] = {
    "space_name": "V-102 储罐",
    "former_medium": "甲醇",
    "big_space": True,
    "flammable": True,
    "toxic": True,
    "ventilation": "forced",
}
HEIGHT_WORK: Mapping[str, Any] = {
    "height_m": "12",
    "factors": ["none"],
    "surroundings": ["none"],
    "trade": "install",
    "outdoors": False,
}
LIFTING_WORK: Mapping[str, Any] = {
    "gear_name": "25 t 汽车起重机",
    "load_name": "换热器管束 E-201",
    "mass_t": "12",
    "radius_m": "15",
    "cranes": 1,
    "share_t": "12",
    "rated_t": "20",
    "driver": "qian",
    "conductor": "sun",
    "special_load": False,
    "near_hazard": False,
    "outdoors": False,
}
POWER_WORK: Mapping[str, Any] = {
    "source": "3 号配电箱 QF5",
    "permitted_kw": "10",
    "voltage": "low",
    "devices": "潜水泵",
    "rated_kw": "7.5",
    "hazardous_place": True,
    "overhead": False,
    "over_road": False,
    "buried": False,
}
BLIND_WORK: Mapping[str, Any] = {
    "action": "insert",
    "blinds": 1,
    "line_name": "P-1012 甲醇出料线",
    "medium": "甲醇",
    "temperature": "25",
    "pressure_mpa": "0.4",
    "pressure_left": "atmospheric",
    "material": "20 号钢",
    "size": "DN100 PN16",
    "blind_no": "MB-07",
    "drawing_no": "T-100-PM-03",
    "hazardous_place": True,
    "toxic": True,
    "corrosive": True,
    "hot_medium": True,
    "cold_medium": True,
}
DIGGING_WORK: Mapping[str, Any] = {
    "method": "both",
    "extent": "长 12 米，宽 0.8 米",
    "depth_m": "1.1",
    "buried_lines": True,
    "traced": "drawing",
    "underground": ["fire_water"],
    "buried_hazard": True,
    "machine_near_line": False,
    "spoil_left": True,
    "spoil_m": "1.2",
    "heap_m": "1.0",
    "on_road": False,
}
ROAD_WORK: Mapping[str, Any] = {
    "reason": "消防水管换管，路面开挖",
    "units": "储运车间、消防队",
    "section": "经三路，泵房门口到罐区路口",
    "fire_passage": True,
}
WORKS: Mapping[str, tuple[Mapping[str, Any], str]] = {
    "hot": (HOT_WORK, "更换泵出口管段，焊接法兰"),
    "confined": (CONFINED_WORK, "清理罐底残渣"),
    "height": (HEIGHT_WORK, "更换平台上的照明灯具"),
    "lifting": (LIFTING_WORK, "吊出换热器管束"),
    "blind": (BLIND_WORK, "出料线法兰加盲板"),
    "digging": (DIGGING_WORK, "消防水管线换管开挖"),
    "road": (ROAD_WORK, "半幅断路换消防水管"),
    "power": (POWER_WORK, "地坑抽水泵接电"),
}
"""Good answers and words for each of the works; a field for a person holds the key of one of the plant."""
STROKES = "[[[0,0],[9,9]]]"
AIR: Mapping[str, Any] = {
    "volume_m3": "60",
    "flow": {"value": "1800", "unit": "m3/h"},
    "duct": "through",
    "work": "repair",
    "residues": [{"substance": "methanol", "value": {"value": "40", "unit": "mg/m3"}}],
}
"""A ventilation plan for the built tank: its minimum time is the shortest there is."""


def crew(plant: Plant) -> dict[str, Any]:
    """The usual crew: 李工 leads, 王班 guards, 吴工艺 briefs and confirms, 钱焊工 works, 周分析 measures."""
    single = {"responsible": "li", "guardian": "wang", "briefer": "wu"}
    several = {"workers": ["qian"], "analysts": ["zhou"], "confirmers": ["wu"]}
    named = {duty: plant.person(who) for duty, who in single.items()}
    return {**named, **{duty: [plant.person(p) for p in people] for duty, people in several.items()}}


def draft_hot(hands: Hands, **over: Any) -> None:
    """李工 drafts and submits a hot-work permit for the eight hours that begin now."""
    draft_work(hands, "hot", **over)


def draft_confined(hands: Hands, **over: Any) -> None:
    """李工 drafts and submits a confined-space permit for the eight hours that begin now."""
    draft_work(hands, "confined", **over)


def draft_work(
    hands: Hands, work_type: str, *, answers: Mapping[str, Any] | None = None, **over: Any
) -> None:
    """李工 drafts and submits a permit of any of WORKS; `answers` replace some of the good ones. A lift
    beside hazards stands on a work plan, approved here unless `scheme` names another or is None."""
    work, content = WORKS[work_type]
    asked = [f["id"] for f in law.template(work_type)["fields"] if f["kind"] == "person"]
    named = {f: hands.plant.person(work[f]) for f in asked if f in work}
    if named:
        over.setdefault("crew", {**crew(hands.plant), "workers": list(named.values())})
    if work_type == "lifting" and "scheme" not in over:
        over["scheme"] = approved(hands).name()
    if over.get("scheme") is None:
        over.pop("scheme", None)
    work = {**work, **named}
    draft(hands, work_type, {**work, **(answers or {})}, over.pop("content", content), **over)


def draft(
    hands: Hands, work_type: str, work: Mapping[str, Any], content: str, *, hours: float = 8, **over: Any
) -> None:
    """Draft and submit a permit at the plant's first point; `over` replaces parts of the request."""
    plant, now = hands.plant, hands.at or clock.now()
    body = {
        "type": work_type,
        "place": {"site": str(plant.site), "area": str(plant.area), "point": str(plant.point)},
        "window": {"from": iso(now), "to": iso(now + timedelta(hours=hours))},
        "crew": crew(plant),
        "work": dict(work),
        "content": content,
        "photos": [photo(plant.company, "request")],
    }
    hands.must("li", "draft", {**body, **over}, base_version=0)
    hands.must("li", "submit")


def jsa(hands: Hands, rows: list[str]) -> None:
    """Every row of the JSA is answered, one by one."""
    known = _rows(hands)
    for row in rows:
        controls = [c["id"] for c in known[row].controls][:1]
        hands.must("li", "confirm_hazard", {"row": row, "applies": True, "controls": controls})


def _rows(hands: Hands) -> Mapping[str, Row]:
    """The rows of the rules that the permit stands on."""
    permit = state(hands)
    with tenant.company(hands.plant.company):
        book = snapshot(hands.plant.company, permit, permit.place.point, {}, now=clock.now()).rulebook.risk
    if book is None:
        raise LookupError("rules of before the grading")
    return book.rows


def measures(hands: Hands, template: Mapping[str, Any], wanted: list[str]) -> None:
    """Every measure is answered 涉及 by its confirmer, with photo and figures."""
    known = {m["id"]: m for m in template["measures"]}
    for measure in wanted:
        row = known[measure]
        body: dict[str, Any] = {"measure": measure, "applies": True}
        if row.get("values"):
            body["values"] = {v["id"]: "2" for v in row["values"]}
        if row.get("photo"):
            body["photo"] = photo(hands.plant.company, measure)
        hands.must("wu", "answer_measure", body)


def ventilate(hands: Hands) -> None:
    """Plan the ventilation and switch it on, where the space asks for it; hands with their own clock wait
    until the minimum time is over."""
    if not state(hands).ventilation_due:
        return
    hands.must("li", "plan_ventilation", AIR)
    hands.must("li", "switch_ventilation", {"running": True})
    plan = state(hands).ventilation
    if hands.at is not None and plan is not None:
        hands.at += timedelta(seconds=plan.minimum_s)


def gas_round(
    hands: Hands,
    readings: list[tuple[str, str, str, str]] | None = None,
    *,
    who: str = "zhou",
    sampled_at: str | None = None,
) -> Mapping[str, Any]:
    """Record a round of (point, substance, value, unit); a clean one of the whole plan unless given."""
    at = sampled_at or iso(hands.at or clock.now())
    rows = [
        {"point": p, "substance": s, "value": {"value": v, "unit": u}, "sampled_at": at}
        for p, s, v, u in readings or clean_air(hands)
    ]
    return hands.must(who, "record_round", {"readings": rows})


def clean_air(hands: Hands) -> list[tuple[str, str, str, str]]:
    """A passing value for every demand at every point of the permit's plan."""
    values = {"oxygen": ("20.9", "%vol"), "combustible": ("0.001", "%vol"), "toxic": ("1", "mg/m3")}
    plan = asked_gas(hands)
    if plan is None:
        raise LookupError("no sampling plan")
    return [(point, d.substance, *values[d.quality]) for point in plan.points for d in plan.demands]


def asked_gas(hands: Hands) -> SamplingPlan | None:
    """The permit's sampling plan, None when its work asks for no gas."""
    with tenant.company(hands.plant.company):
        permit = state(hands)
        facts = snapshot(hands.plant.company, permit, permit.place.point, {}, now=hands.at or clock.now())
        return plan_of(permit, facts)


def brief(hands: Hands, template: Mapping[str, Any]) -> None:
    """The briefing is given, and everybody on site signs it himself."""
    hands.must("wu", "give_briefing", {"items": [i["id"] for i in template["briefing"]["items"]]})
    for who in _on_site(hands):
        hands.must(who, "sign_briefing", {"signature": STROKES})


def _on_site(hands: Hands) -> list[str]:
    """Those who must be there, responsible person first and guardian last."""
    names = {str(member.person): name for name, member in hands.plant.people.items()}
    return [names[person] for person in state(hands).crew.on_site()]


def go_live(hands: Hands) -> None:
    """Check-in, five checks, 验票, scan and hold."""
    stand_ready(hands)
    hands.must("li", "start", press(hands))


def stand_ready(hands: Hands) -> None:
    """Check-in, five checks, 验票: all that comes before the press of the button."""
    people = _on_site(hands)
    for who in people:
        hands.must(who, "check_in")
    checks = ("ventilation", "isolation", "detection", "protection", "communication")
    hands.must(people[-1], "five_checks", dict.fromkeys(checks, True))
    hands.must("feng", "verify_ticket", {"signature": STROKES})


def press(hands: Hands) -> dict[str, Any]:
    """The press of the button: the code at the permit's work point is scanned, and the button held."""
    with tenant.company(hands.plant.company):
        return {"scan": str(WorkPoint.objects.get(id=state(hands).place.point).qr_token), "held_ms": 1800}


def get_to_work(hands: Hands) -> None:
    """From the submitted request to live work, by everybody in turn."""
    prepare(hands)
    approve(hands)
    go_live(hands)


def state(hands: Hands) -> Permit:
    """The permit as its row tells it. Raises LookupError when there is none."""
    with tenant.company(hands.plant.company):
        found = load(hands.plant.company, hands.permit)
    if found is None:
        raise LookupError(str(hands.permit))
    return found[0]


def prepare(hands: Hands) -> None:
    """JSA, measures, ventilation and a clean gas round where they are asked for, briefing."""
    permit = state(hands)
    template = law.template(permit.template)
    jsa(hands, [h.row for h in permit.hazards])
    measures(hands, template, [m.id for m in permit.measures])
    ventilate(hands)
    if asked_gas(hands) is not None:
        gas_round(hands)
    brief(hands, template)


def approve(hands: Hands, people: Mapping[str, str] | None = None) -> None:
    """Every stage of the route is signed by the holders of its posts, one of them or all as it asks."""
    by_post = {post: who for post, (_, who) in POSTS.items()}
    while (stage := state(hands).stage()) is not None:
        permit = state(hands)
        critical = [
            *law.template(permit.template).get("critical", ()),
            *(m.id for m in permit.measures if m.critical),
        ]
        signed = {s.post for s in permit.signatures if s.stage == stage.id}
        post = next(p for p in stage.posts if p not in signed)
        who = (people or {}).get(stage.id) or by_post[post]
        body = {"stage": stage.id, "confirmed": critical, "opinion": "同意", "signature": STROKES}
        hands.must(who, "sign_stage", body)


def accept(hands: Hands) -> None:
    """The acceptor confirms every item on site, with a photo."""
    items = [a["id"] for a in law.template(state(hands).template)["acceptance"]]
    body = {"items": items, "photos": [photo(hands.plant.company, "done")], "signature": STROKES}
    hands.must("wei", "accept", body)
