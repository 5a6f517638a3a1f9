"""An emergency as it is shown: names beside ids, who is in a space now, and what the reader may do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.alarms import queries as alarms
from davy.alarms.contract import book as alarm_book
from davy.db import rows
from davy.emergency import queries, scene
from davy.emergency.contract import book, words
from davy.emergency.emergencies import holders, posts_held
from davy.evidence import queries as evidence
from davy.ids import is_id
from davy.people import queries as people
from davy_core.emergencies.decide import duties
from davy_core.emergencies.facts import EmergencyFacts
from davy_core.emergencies.state import Emergency, Present
from davy_core.streams import Mark

__all__ = ["line", "whole"]

_PLACES = """
SELECT id::text, name FROM sites_site WHERE company_id = %(c)s AND id = ANY(%(ids)s::uuid[])
UNION ALL SELECT id::text, name FROM sites_area WHERE company_id = %(c)s AND id = ANY(%(ids)s::uuid[])
UNION ALL SELECT id::text, name FROM sites_work_point WHERE company_id = %(c)s AND id = ANY(%(ids)s::uuid[])
"""
_FROZEN = "SELECT 1 AS there FROM sites_area_freeze WHERE company_id = %s AND area_id = %s::uuid"
_ROLL = """
SELECT h.id::text AS id, h.name, f.name AS firm FROM people_person h
LEFT JOIN people_firm f ON f.company_id = h.company_id AND f.id = h.firm_id
WHERE h.company_id = %s AND h.id = ANY(%s::uuid[])
"""


def line(company_id: UUID, emergency: Emergency) -> dict[str, Any]:
    """The emergency in a list."""
    names = _places(company_id, [emergency])
    return {
        "id": emergency.id,
        "number": emergency.number,
        "state": emergency.state,
        "title": _title(emergency),
        "site": _named(names, emergency.site),
        "area": _named(names, emergency.area),
        "point": _named(names, emergency.point),
        "opened_at": emergency.opened.at,
        "ended_at": emergency.ended.at if emergency.ended else None,
        "unaccounted": len(emergency.unaccounted),
        "undone": sum(1 for task in emergency.tasks if task not in emergency.done),
    }


def whole(company_id: UUID, emergency: Emergency, person_id: UUID | None, now: datetime) -> dict[str, Any]:
    """All of it. `davy.emergency.shapes.EmergencyOut` tells what each part means."""
    names = _places(company_id, [emergency])
    record = evidence.events(company_id, "emergency", UUID(emergency.id))
    told = evidence.private(company_id, [event.id for event in record])
    people_of = _people(company_id, emergency, [str(event.data["by"]) for event in record])
    person = str(person_id) if person_id else None
    scenes = _scenes(company_id, emergency)
    return {
        **line(company_id, emergency),
        "version": queries.version_of(company_id, UUID(emergency.id)),
        "place": {
            "site": _named(names, emergency.site),
            "area": _named(names, emergency.area),
            "point": _named(names, emergency.point),
            "frozen": bool(emergency.area and rows.one(_FROZEN, (company_id, emergency.area))),
        },
        "spot": _spot(scenes),
        "triggers": _triggers(company_id, emergency),
        "tasks": _tasks(company_id, emergency, person, people_of),
        "people": _roll(company_id, emergency, people_of),
        "record": [_note(event, told, people_of) for event in record],
        "ended": _mark(emergency.ended, people_of),
        "reason": next((t.decode() for (_, label), t in told.items() if label == "reason"), None),
        "commands": _commands(company_id, emergency, person, now),
        "server_time": now,
    }


def _commands(company_id: UUID, emergency: Emergency, person: str | None, now: datetime) -> list[str]:
    if person is None:
        return []
    facts = EmergencyFacts(now, book(), "person", person, posts_held(company_id, emergency.area, person))
    held = duties(emergency, facts)
    return [k for k, rule in book().rules.items() if emergency.state in rule.sources and rule.duties & held]


def _title(emergency: Emergency) -> dict[str, str]:
    found = alarm_book().title(emergency.triggers[0].kind, None)
    return {"zh": found.zh, "en": found.en}


def _triggers(company_id: UUID, emergency: Emergency) -> list[dict[str, Any]]:
    subjects = {}
    for trigger in emergency.triggers:
        row = alarms.row_of(company_id, UUID(trigger.alarm))
        subjects[trigger.alarm] = row["subject"] if row else ""
    known = people.names(company_id, {s for s in subjects.values() if is_id(s)})
    found = []
    for trigger in emergency.triggers:
        title = alarm_book().title(trigger.kind, None)
        found.append(
            {
                "alarm": trigger.alarm,
                "title": {"zh": title.zh, "en": title.en},
                "who": known.get(subjects[trigger.alarm]),
                "at": trigger.mark.at,
                "permit": trigger.permit,
            }
        )
    return found


def _scenes(company_id: UUID, emergency: Emergency) -> list[dict[str, Any]]:
    found = (alarms.row_of(company_id, UUID(trigger.alarm)) for trigger in emergency.triggers)
    return [scene.of(company_id, row) for row in found if row is not None]


def _spot(scenes: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """The last position that anybody told, else that of the work point."""
    for one in reversed(scenes):
        if one["fix"]:
            return dict(one["fix"])
    place = next((s["place"] for s in scenes if s["place"] and s["place"]["lat"] is not None), None)
    if place is None:
        return None
    return {"lat": place["lat"], "lon": place["lon"], "accuracy_m": None, "at": None}


def _tasks(
    company_id: UUID, emergency: Emergency, person: str | None, names: Mapping[str, Mapping[str, Any]]
) -> list[dict[str, Any]]:
    permit = UUID(emergency.permit) if emergency.permit else None
    rows_of = {task: book().tasks.get(task) for task in emergency.tasks}
    owners = {t: holders(company_id, permit, row.owner) if row else () for t, row in rows_of.items()}
    known = people.names(company_id, {p for found in owners.values() for p in found})
    return [
        {
            "code": task,
            "says": words().get(task, {"zh": task, "en": task}),
            "owner": row.owner if row else "",
            "owners": [{"id": p, "name": known.get(p)} for p in owners[task]],
            "mine": person in owners[task],
            "act": row.act if row else None,
            "done": _mark(emergency.done.get(task), names),
        }
        for task, row in rows_of.items()
    ]


def _roll(
    company_id: UUID, emergency: Emergency, names: Mapping[str, Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Everybody on the roll, those in a space and those not accounted for on top."""
    here = {"site": emergency.site, "area": emergency.area}
    now = {one["person"]: one for one in queries.present(company_id, here)}
    found = [_person(one, now.get(one.person, {}), emergency, names) for one in emergency.roll]
    return sorted(
        found, key=lambda p: (p["status"] in {"found", "hurt"}, not p["was_inside"], p["name"] or "")
    )


def _person(
    one: Present, now: Mapping[str, Any], emergency: Emergency, names: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    known, called = names.get(one.person, {}), emergency.called.get(one.person)
    return {
        "id": one.person,
        "name": known.get("name"),
        "firm": known.get("firm"),
        "permit": one.permit,
        "number": now.get("number"),
        "point": now.get("point"),
        "duty": now.get("duty"),
        "since": now.get("since") if now.get("inside") else None,
        "inside": bool(now.get("inside")),
        "was_inside": one.inside,
        "status": called.status if called else None,
        "called": _mark(called.mark, names) if called else None,
    }


def _note(
    event: evidence.StoredEvent,
    told: Mapping[tuple[UUID, str], bytes],
    names: Mapping[str, Mapping[str, Any]],
) -> dict[str, Any]:
    data = event.data
    text = told.get((event.id, "note")) or told.get((event.id, "reason"))
    task, person = data.get("task"), data.get("person")
    return {
        "at": data["at"],
        "by": _by(str(data["by"]), names),
        "what": event.type,
        "person": names.get(str(person), {}).get("name") if person else None,
        "task": words().get(str(task)) if task else None,
        "status": data.get("status"),
        "text": text.decode() if text else None,
    }


def _people(company_id: UUID, emergency: Emergency, others: Sequence[str]) -> dict[str, dict[str, Any]]:
    marks = [*emergency.done.values(), *(called.mark for called in emergency.called.values())]
    wanted = {*emergency.persons, *others, *(mark.by for mark in marks)}
    found = rows.many(_ROLL, (company_id, sorted(one for one in wanted if is_id(one))))
    return {row["id"]: row for row in found}


def _places(company_id: UUID, emergencies: Sequence[Emergency]) -> dict[str, str]:
    ids = {one for e in emergencies for one in (e.site, e.area, e.point) if one}
    return {row["id"]: row["name"] for row in rows.many(_PLACES, {"c": company_id, "ids": sorted(ids)})}


def _named(names: Mapping[str, str], one: str | None) -> dict[str, Any] | None:
    return None if one is None else {"id": one, "name": names.get(one)}


def _mark(mark: Mark | None, names: Mapping[str, Mapping[str, Any]]) -> dict[str, Any] | None:
    return None if mark is None else {"at": mark.at, "by": _by(mark.by, names)}


def _by(who: str, names: Mapping[str, Mapping[str, Any]]) -> dict[str, Any] | None:
    return {"id": who, "name": names.get(who, {}).get("name")} if is_id(who) else None
