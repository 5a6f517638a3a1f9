"""The ventilation plan on paper: inputs, assumptions, curve, result, and the code by which it is checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.permits.card import card
from davy.printing import sheet
from davy.printing.printout import Reader
from davy_core.instants import instant

__all__ = ["paper"]

Plain = dict[str, Any]
HOUR = Decimal(3600)
FROM = {"history": "由历史衰减求得，小于风管布置的默认值", "duct": "按风管布置取默认值"}


def paper(reader: Reader, permit_id: UUID, *, origin: str, now: datetime) -> tuple[str, bytes] | None:
    """File name and PDF of a permit's ventilation plan; None without permit or plan. Inside a tenant block.

    The QR code leads to the public page of the permit, which says whether this is the current version.
    Raises sheet's errors."""
    shown = card(reader.company_id, permit_id, None, now)
    part = shown["ventilation"] if shown else None
    if shown is None or part is None or part["plan"] is None:
        return None
    zone = ZoneInfo(reader.timezone)
    code = part["plan"]["code"]
    values = {
        "company": reader.company,
        "simulated": shown["simulated"],
        "number": shown["number"],
        "space": shown["work"].get("space_name"),
        "medium": shown["work"].get("former_medium"),
        "place": " · ".join(shown["place"][where].get("name") or "" for where in ("area", "point")),
        "printed_at": _local(now, zone),
        "formula": part["formula"]["zh"],
        "source": part["source"]["zh"],
        "least_min": part["least_s"] // 60,
        "link": f"{origin}/c/{shown['qr']['token']}?plan={code}",
        **_plan(part, zone),
    }
    values["qr"] = sheet.qr(values["link"])
    return f"{shown['number'] or permit_id}-ventilation.pdf", sheet.compiled("ventilation.typ", values, now)


def _plan(part: Mapping[str, Any], zone: ZoneInfo) -> Plain:
    plan = part["plan"]
    told = plan["content"]
    names = {row["substance"]: row["name"]["zh"] for row in part["asked"]}
    return {
        "version": plan["version"],
        "by": plan["by"]["name"],
        "at": _local(instant(plan["at"]), zone),
        "code": plan["code"],
        "intact": plan["intact"],
        "hours": _hours(plan["minimum_s"]),
        "minutes": plan["minimum_s"] // 60,
        "asked_hours": _hours(told["asked_s"]) if "asked_s" in told else None,
        "short": "asked_s" in told and told["asked_s"] < plan["minimum_s"],
        "volume": told["volume_m3"],
        "flow": f"{told['flow']['value']} {_unit(told['flow']['unit'])}",
        "flow_m3_h": told["flow_m3_per_h"],
        "unit_sure": told["unit_sure"],
        "nominal": told["nominal_per_h"],
        "effective": told["effective_per_h"],
        "mixing": told["mixing"],
        "mixing_from": FROM[told["mixing_from"]],
        "factor": told["factor"],
        "duct": _said(part["ducts"], told["duct"]),
        "work": _said(part["works"], told["work"]),
        "rows": [_row(row, names) for row in told["residues"]],
        "decides": _row(told["decides"], names),
        "fit": told.get("fit"),
        "history": _history(told.get("history"), names, zone),
        "curve": _curve(plan),
    }


def _row(row: Mapping[str, Any], names: Mapping[str, str]) -> Plain:
    return {
        **row,
        "name": names.get(row["substance"], row["substance"]),
        "unit": _unit(row["unit"]),
        "hours": _hours(row["seconds"]),
    }


def _history(told: Mapping[str, Any] | None, names: Mapping[str, str], zone: ZoneInfo) -> Plain | None:
    if told is None:
        return None
    return {
        "name": names.get(told["substance"], told["substance"]),
        "unit": _unit(told["unit"]),
        "flow": f"{told['flow']['value']} {_unit(told['flow']['unit'])}",
        "readings": [{"at": _local(instant(r["at"]), zone), "value": r["value"]} for r in told["readings"]],
    }


def _curve(plan: Mapping[str, Any]) -> Plain:
    """Points of the decay and the limit as parts of the drawing: 0 to 1 from the left and from below."""
    decides = plan["content"]["decides"]
    top = max(Decimal(decides["start"]), Decimal(decides["limit"])) * Decimal("1.25")
    last = max(plan["minimum_s"], 1)
    points = [[str(Decimal(p["seconds"]) / last), str(Decimal(p["value"]) / top)] for p in plan["curve"]]
    asked = plan["content"].get("asked_s")
    return {
        "points": [[float(x), float(y)] for x, y in points],
        "limit": float(Decimal(decides["limit"]) / top),
        "start": float(Decimal(decides["start"]) / top),
        "asked": asked / last if asked and asked < last else None,
    }


def _said(rows: Sequence[Mapping[str, Any]], code: str) -> str:
    return next((row["zh"] for row in rows if row["id"] == code), code)


def _unit(unit: str) -> str:
    return unit.replace("m3", "m³")


def _hours(seconds: int) -> str:
    return f"{(Decimal(seconds) / HOUR).quantize(Decimal('0.01')).normalize():f}"


def _local(at: datetime, zone: ZoneInfo) -> str:
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
