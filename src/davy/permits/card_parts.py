"""The parts of a permit's card, each from the permit, its facts and the names of its people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from davy.alarms import shown
from davy.rulebook import law
from davy.sites.queries import PlaceFacts
from davy_core.gas.limits import Demand, Limit, LimitTable, combustible_limit, toxic_limit
from davy_core.gas.plan import SamplingPlan
from davy_core.gas.rounds import lacking
from davy_core.instants import iso
from davy_core.permits.curve import MINUTE, curve_asked, curve_view
from davy_core.permits.duties import duties_of
from davy_core.permits.episode import Episode
from davy_core.permits.facts import Facts
from davy_core.permits.gas_plan import plan_of
from davy_core.permits.parts import Cause
from davy_core.permits.plain import to_plain
from davy_core.permits.resuming import round_wanted
from davy_core.permits.rounds import as_readings
from davy_core.permits.stamp import fence_m
from davy_core.permits.state import Permit
from davy_core.permits.view_people import certificate_of

__all__ = [
    "alarms",
    "briefing",
    "causes",
    "crew",
    "critical",
    "gas",
    "measures",
    "place",
]

Names = Mapping[str, str]
Rows = list[dict[str, Any]]
ALARM_STEPS = ("raised", "acknowledged", "handled")


def place(found: PlaceFacts | None, permit: Permit) -> dict[str, Any]:
    """Site, area, point and equipment for showing; ids alone when the register lost them."""
    if found is None:
        return {
            "site": {"id": permit.place.site},
            "area": {"id": permit.place.area},
            "point": {"id": permit.place.point},
        }
    equipment = None
    if found.equipment_id is not None:
        equipment = {
            "id": str(found.equipment_id),
            "code": found.equipment_code,
            "name": found.equipment_name,
        }
    return {
        "site": {"id": str(found.site_id)},
        "area": {
            "id": str(found.area_id),
            "code": found.area_code,
            "name": found.area_name,
            "class": found.area_class,
            "ex_zone": found.ex_zone,
            "ex_group": found.ex_group,
            "ex_temperature": found.ex_temperature,
        },
        "point": {
            "id": permit.place.point,
            "code": found.code,
            "name": found.name,
            "lat": found.lat,
            "lon": found.lon,
            "x": found.plan_x,
            "y": found.plan_y,
        },
        "equipment": equipment,
    }


def crew(permit: Permit, facts: Facts, names: Names) -> dict[str, Any]:
    """Everybody named, with what stands against him."""

    def one(person: str | None, duty: str) -> dict[str, Any] | None:
        if person is None:
            return None
        known, arrival = facts.people.get(person), permit.check_ins.get(person)
        return {
            "id": person,
            "name": names.get(person),
            "duty": duty,
            "status": known.status if known else None,
            "certificate": certificate_of(permit, known, duty, facts) if known else "missing",
            "briefed": person in permit.briefing.signed,
            "checked_in": to_plain(arrival),
        }

    c = permit.crew
    single = {
        "applicant": c.applicant,
        "filer": permit.filed_by,
        "responsible": c.responsible,
        "guardian": c.guardian,
        "briefer": c.briefer,
    }
    several = {
        "workers": (c.workers, "worker"),
        "analysts": (c.analysts, "analyst"),
        "confirmers": (c.confirmers, "confirmer"),
    }
    return {
        **{duty: one(person, duty) for duty, person in single.items()},
        **{key: [one(p, duty) for p in found] for key, (found, duty) in several.items()},
        "fence_m": fence_m(facts),
    }


def measures(permit: Permit, facts: Facts, names: Names) -> Rows:
    """The measures with what they ask and how they were answered."""
    known = {m["id"]: m for m in facts.rulebook.template["measures"]}
    return [
        {
            **{k: known[m.id].get(k) for k in ("clause", "zh", "en")},
            "id": m.id,
            "values": known[m.id].get("values", []),
            "order": m.order,
            "photo_due": m.photo_due,
            "critical": m.critical,
            "applies": m.applies,
            "given": dict(m.values),
            "photo": m.photo,
            "by": _name(m.by, names),
            "at": to_plain(m.at),
        }
        for m in permit.measures
        if m.id in known
    ]


def gas(permit: Permit, facts: Facts, names: Names) -> dict[str, Any]:
    """The sampling plan with substances and limits, and every round."""
    plan = plan_of(permit, facts)
    table = facts.rulebook.limits
    found: dict[str, Any] = {"plan": None}
    if plan is not None:
        demands = [
            {
                "substance": d.substance,
                "quality": d.quality,
                "name": _substance(d.substance, table),
                "unit": "%vol" if d.quality in {"oxygen", "combustible"} else "mg/m3",
                **_limit(plan, d, table),
            }
            for d in plan.demands
        ]
        found["plan"] = {"points": list(plan.points), "demands": demands}
    found["rounds"] = [{**to_plain(r), "by": _name(r.by, names)} for r in permit.rounds]
    found["lacks"] = _lacks(permit, facts, plan)
    found["curve"] = _curve(permit, facts)
    return found


def _curve(permit: Permit, facts: Facts) -> dict[str, Any] | None:
    """The curve that the rules of this permit ask for before its start, and how far it is."""
    asked = curve_asked(facts.rulebook)
    if asked is None or permit.started or permit.state not in {"issued", "paused"}:
        return None
    told = curve_view(permit, facts)
    return {
        "for_min": int(asked.least.total_seconds()) // MINUTE,
        "gap_s": int(asked.gap.total_seconds()),
        "left_min": told["curve_left_min"],
        "since": told.get("curve_since"),
    }


def _lacks(permit: Permit, facts: Facts, plan: SamplingPlan | None) -> dict[str, list[str]]:
    """By point, what the newest round still has to measure, while it is not whole."""
    newest = permit.rounds[-1] if permit.rounds else None
    if plan is None or newest is None or newest.complete:
        return {}
    left = lacking(as_readings(newest), plan, facts.rulebook.limits, now=facts.now)
    return {point: [f"{d.substance}:{d.quality}" for d in demands] for point, demands in left.items()}


def _limit(plan: SamplingPlan, demand: Demand, table: LimitTable) -> dict[str, str | None]:
    """`low` and `high` that a demand must keep, in the unit it is shown in; the strictest high for unnamed
    combustible gas."""
    known = table.substances.get(demand.substance)
    found: Limit | None = None
    if demand.quality == "oxygen":
        found = plan.oxygen
    elif demand.quality == "combustible":
        burning = [known] if known else [table.substances[code] for code in plan.candidates]
        limits = [combustible_limit(one, table.figures) for one in burning if one.burns]
        found = min(limits, key=lambda limit: limit.high, default=None)
    elif known is not None and known.poisons:
        found = toxic_limit(known)
    if found is None:
        return {"low": None, "high": None}
    low = None if found.low is None else f"{found.low.normalize():f}"
    return {"low": low, "high": f"{found.high.normalize():f}"}


def _substance(code: str, table: Any) -> dict[str, str]:
    known = table.substances.get(code)
    return {"zh": known.zh, "en": known.en} if known else {"zh": "可燃气体", "en": "Combustible gas"}


def briefing(permit: Permit, facts: Facts, names: Names) -> dict[str, Any]:
    """What is to be briefed, whether it was, and who signed."""
    return {
        "items": facts.rulebook.template["briefing"]["items"],
        "by": _name(permit.briefing.by, names),
        "at": to_plain(permit.briefing.at),
        "due": [_name(p, names) for p in permit.crew.on_site()],
        "signed": {person: iso(at) for person, at in permit.briefing.signed.items()},
    }


def critical(permit: Permit, facts: Facts, entries: Sequence[Mapping[str, Any]]) -> Rows:
    """What an approver confirms one by one: the pack's critical conditions and the critical measures that
    apply."""
    asked = list(facts.rulebook.template.get("critical", ()))
    live = {str(e["requirement"]): e for e in entries}
    titles = {r.id: {"zh": r.says.zh, "en": r.says.en} for r in facts.rulebook.asked}
    known = {m["id"]: m for m in facts.rulebook.template["measures"]}
    rows: Rows = [
        {
            "id": item,
            "title": titles.get(item, {"zh": item, "en": item}),
            "outcome": live.get(item, {}).get("outcome"),
            "evidence": live.get(item, {}).get("evidence"),
        }
        for item in asked
    ]
    for m in permit.measures:
        if m.critical and m.applies and m.id in known:
            title = {"zh": known[m.id]["zh"], "en": known[m.id]["en"]}
            rows.append(
                {"id": m.id, "title": title, "outcome": "met", "evidence": dict(m.values), "photo": m.photo}
            )
    return rows


def causes(permit: Permit, facts: Facts, names: Names) -> Rows:
    """The open causes of the pause, who may close each, and whether the reader is one of them."""
    mine = duties_of(permit, facts)
    titles = {r.id: {"zh": r.says.zh, "en": r.says.en} for r in facts.rulebook.asked}
    rows: Rows = []
    for cause in permit.causes:
        rule = facts.rulebook.causes.get(cause.kind, {"by": [], "zh": cause.kind, "en": cause.kind})
        asked = {**rule, "round": round_wanted(rule, permit, facts)}
        needs = [k for k in ("on_site", "round", "guardian", "measures", "change") if asked.get(k)]
        rows.append(
            {
                "id": cause.id,
                "kind": cause.kind,
                "title": {"zh": rule["zh"], "en": rule["en"]},
                "detail": titles.get(cause.detail or "", cause.detail),
                "by": _name(cause.by, names),
                "at": iso(cause.at),
                "closed_by": list(rule["by"]),
                "needs": needs,
                "mine": bool(mine & set(rule["by"])),
                "told": [_told(e, names) for e in permit.episodes if _about(e, cause)],
            }
        )
    return rows


def _about(episode: Episode, cause: Cause) -> bool:
    """Whether an instrument told of this cause: it still does, or did until after the work was stopped."""
    ended = episode.closed_at
    return episode.pause == cause.kind and (ended is None or ended >= cause.at)


def _told(episode: Episode, names: Names) -> dict[str, Any]:
    """Which instrument, what it showed beside which limit, since when, and whether it still does."""
    rule = law.watch_rules().get(episode.rule.partition(".")[0])
    return {
        "rule": {"zh": rule["zh"], "en": rule["en"]} if rule else None,
        "instrument": episode.instrument,
        "channel": episode.channel,
        "value": None if episode.value is None else str(episode.value),
        "limit": None if episode.limit is None else str(episode.limit),
        "unit": episode.unit,
        "since": iso(episode.since),
        "open": episode.is_open,
        "late": episode.late,
        "person": _name(episode.person, names) if episode.person else None,
    }


def alarms(found: Rows, duties: frozenset[str]) -> Rows:
    """The open alarms in which somebody must act now, those of the same words as one line; what is only late
    is on the list of alarms (S27). `duties` are the reader's."""
    lines: dict[tuple[str | None, str], Rows] = {}
    for row in found:
        if row["severity"] == "red":
            line = {**shown.line(row), "mine": shown.owed(row, duties)}
            lines.setdefault((line["code"], line["title"]["zh"]), []).append(line)
    return [_incident(same) for same in lines.values()]


def _incident(same: Rows) -> dict[str, Any]:
    """Alarms of the same words: as unseen as the least seen of them, from the first until the last time it
    rang."""
    newest = same[0]
    about = {line["about"]["zh"]: line["about"] for line in same if line["about"]}
    return {
        "ids": [line["id"] for line in same],
        "kind": newest["kind"],
        "code": newest["code"],
        "state": min((line["state"] for line in same), key=ALARM_STEPS.index),
        "title": newest["title"],
        "about": list(about.values()),
        "at": iso(min(line["at"] for line in same)),
        "last_at": iso(max(line["last_at"] for line in same)),
        "count": sum(line["count"] for line in same),
        "remedies": list({line["remedy"]["zh"]: line["remedy"] for line in same}.values()),
        "owners": sorted({line["owner"] for line in same}),
        "mine": any(line["mine"] for line in same),
    }


def _name(person: str | None, names: Names) -> dict[str, Any] | None:
    return None if person is None else {"id": person, "name": names.get(person)}
