"""The content of the form: everything a sheet draws, as plain values, from a card and its track.

Instants are local text to the minute. Signatures are SVG. Nothing here decides how it looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any

from davy.printing.around import Around
from davy.printing.gas import gas
from davy.printing.strokes import svg
from davy_core.instants import instant

__all__ = ["content"]

Card = Mapping[str, Any]
Track = Sequence[Mapping[str, Any]]
Plain = dict[str, Any]
WAYS = {
    "passkey": "通行密钥",
    "device": "设备+PIN+手写+照片",
    "kiosk": "公用终端",
    "password": "密码+手写",
}
"""How a signature was made; from before it was kept, by password."""
GRADES = {"red": "重大（红）", "orange": "较大（橙）", "yellow": "一般（黄）", "blue": "低（蓝）"}


def content(
    card: Card, track: Track, template: Mapping[str, Any], found: Around, *, company: str, zone: tzinfo
) -> Plain:
    """The form's values by name. Names of a thing nobody said are None; the sheet prints a dash there."""
    crew = card["crew"]
    return {
        "company": company,
        "number": card["number"],
        "type": card["type"],
        "level": card["level"],
        "state": card["state"],
        "clearance": card["clearance"],
        "simulated": card["simulated"],
        "applied_at": _local(_last(track, "PermitSubmitted", "at"), zone),
        "started_at": _local(_first(track, "WorkStarted"), zone),
        "applicant_unit": _unit(crew["applicant"], found) or company,
        "work_unit": found.contractor or _unit(crew["responsible"], found) or company,
        "area": card["place"]["area"].get("name"),
        "place": _place(card["place"]),
        "content": card["content"],
        "remark": card["remark"],
        "work": _work(card, template),
        "applicant": _applicant(crew),
        "responsible": _name(crew["responsible"]),
        "guardian": _name(crew["guardian"]),
        "workers": [_worker(person, found) for person in crew["workers"]],
        "links": list(found.links),
        "hazards": [*_grade(card), *(row["zh"] for row in card["hazards"] if row["applies"])],
        "hazards_open": sum(row["applies"] is None for row in card["hazards"]),
        "window": [_local(card["window"][end], zone) for end in ("from", "to")],
        "gas": gas(card, template, lambda at: _local(at, zone)),
        "measures": [_measure(row, template) for row in card["measures"]],
        "briefing": _briefing(card, track, zone),
        "opinions": _opinions(card, track, zone),
        "verified": _signed(_latest(track, "TicketVerified"), zone),
        "accepted": _signed(_latest(track, "WorkAccepted"), zone),
        "chain": track[-1]["hash"] if track else None,
        "links_asked": bool(card["linked"]["needed"]),
    }


def _grade(card: Card) -> list[str]:
    """The colour that is left, first of all that is said of the hazards; nothing until it is graded."""
    risk = card["risk"]
    return [f"剩余风险：{GRADES[risk['grade']]}"] if risk and risk["grade"] else []


def _local(at: str | datetime | None, zone: tzinfo) -> str | None:
    if at is None:
        return None
    moment = instant(at) if isinstance(at, str) else at
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def _applicant(crew: Mapping[str, Any]) -> str | None:
    """Whose request it is, and who wrote it for him."""
    name, filer = _name(crew["applicant"]), _name(crew["filer"])
    return name if filer is None else f"{name}（{filer}代填）"


def _name(person: Mapping[str, Any] | None) -> str | None:
    return None if person is None else person["name"]


def _unit(person: Mapping[str, Any] | None, found: Around) -> str | None:
    return found.firms.get(person["id"]) if person else None


def _place(place: Mapping[str, Any]) -> str:
    equipment = place.get("equipment")
    parts = [place["area"].get("name"), place["point"].get("name")]
    if equipment:
        parts.append(f"{equipment['code']} {equipment['name']}")
    return " · ".join(part for part in parts if part)


def _worker(person: Mapping[str, Any], found: Around) -> Plain:
    return {"name": person["name"], "papers": list(found.papers.get(person["id"], ()))}


def _work(card: Card, template: Mapping[str, Any]) -> Plain:
    """The template's fields in words: a choice by its name, a person by name, the rest as it was said."""
    shown: Plain = {}
    people = {person["id"]: person["name"] for person in card["crew"]["workers"]}
    for field in template["fields"]:
        value = card["work"].get(field["id"])
        if field["kind"] == "person":
            value = people.get(value)
        named = {choice["id"]: choice["zh"] for choice in field.get("choices") or ()}
        several = value if isinstance(value, list) else [value]
        shown[field["id"]] = "、".join(str(named.get(v, v)) for v in several) if named and value else value
    return shown


def _measure(row: Mapping[str, Any], template: Mapping[str, Any]) -> Plain:
    known = next(m for m in template["measures"] if m["id"] == row["id"])
    figures = [
        {"name": asked["zh"], "value": row["given"][asked["id"]], "unit": asked.get("unit")}
        for asked in row["values"]
        if row["given"].get(asked["id"])
    ]
    return {
        "number": known["row"],
        "text": row["zh"],
        "applies": row["applies"],
        "by": row["by"]["name"] if row["by"] else None,
        "figures": figures,
        "other": bool(known.get("other")),
    }


def _briefing(card: Card, track: Track, zone: tzinfo) -> Plain:
    """Who briefed and who signed it; only signatures since the newest briefing count."""
    given = _latest(track, "BriefingGiven")
    drawn = {
        row["by"]["id"]: row["private"].get("signature", "")
        for row in track
        if row["type"] == "BriefingSigned"
    }
    signed = card["briefing"]["signed"]
    return {
        "by": given["by"]["name"] if given else None,
        "at": _local(given["at"], zone) if given else None,
        "signed": [
            {
                "name": person["name"],
                "ink": svg(drawn.get(person["id"], "")),
                "at": _local(signed[person["id"]], zone),
            }
            for person in card["briefing"]["due"]
            if person["id"] in signed
        ],
        "missing": [person["name"] for person in card["briefing"]["due"] if person["id"] not in signed],
    }


def _opinions(card: Card, track: Track, zone: tzinfo) -> list[Plain]:
    """The responsible person, who vouches by submitting, then every stage of the route."""
    began = max(
        (row["seq"] for row in track if row["type"] in {"PermitSubmitted", "PermitReturned"}), default=0
    )
    given: dict[str, list[Mapping[str, Any]]] = {}
    for row in track:
        if row["type"] == "StageSigned" and row["seq"] > began:
            given.setdefault(row["data"]["stage"], []).append(row)
    rows = [
        {"title": stage["title"]["zh"], "signed": _all(given.get(stage["id"], ()), zone)}
        for stage in card["stages"]
    ]
    submitted = _latest(track, "PermitSubmitted")
    return [{"title": None, "signed": [_signed(submitted, zone)] if submitted else []}, *rows]


def _all(rows: Iterable[Mapping[str, Any]], zone: tzinfo) -> list[Plain | None]:
    return [_signed(row, zone) for row in rows]


def _signed(row: Mapping[str, Any] | None, zone: tzinfo) -> Plain | None:
    if row is None:
        return None
    private = row["private"]
    return {
        "name": row["by"]["name"],
        "at": _local(row["at"], zone),
        "ink": svg(private.get("signature", "")),
        "opinion": private.get("opinion"),
        "way": WAYS[row["data"].get("signed", {}).get("way", "password")] if "signature" in private else None,
    }


def _latest(track: Track, kind: str) -> Mapping[str, Any] | None:
    return next((row for row in reversed(track) if row["type"] == kind), None)


def _first(track: Track, kind: str) -> Any:
    return next((row["at"] for row in track if row["type"] == kind), None)


def _last(track: Track, kind: str, key: str) -> Any:
    row = _latest(track, kind)
    return None if row is None else row[key]
