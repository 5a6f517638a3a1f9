"""One sheet as it is shown, and the names of people and places beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from davy.outages.contract import book
from davy_core.instants import iso
from davy_core.outages.state import Filled, Sheet, Used
from davy_core.streams import Mark

__all__ = ["Namer", "sheet_line"]

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Namer:
    """Names by id."""

    people: Mapping[str, str]
    places: Mapping[str, str]

    def person(self, who: str | None) -> dict[str, Any] | None:
        """Somebody with his name, None for nobody."""
        return None if who is None else {"id": who, "name": self.people.get(who)}

    def place(self, where: str | None) -> dict[str, Any] | None:
        """A site, an area or a point with its name."""
        return None if where is None else {"id": where, "name": self.places.get(where)}

    def mark(self, mark: Mark | None) -> dict[str, Any] | None:
        """When and by whom."""
        return None if mark is None else {"at": iso(mark.at), "by": self.person(mark.by)}


def sheet_line(
    sheet: Sheet, names: Namer, words: Texts, *, gap: bool, commands: Sequence[str]
) -> dict[str, Any]:
    """A sheet with its account."""
    said = next(
        (
            words[key]
            for kind in ("SheetLost", "SheetVoided", "SheetLossReported")
            if (key := f"{sheet.serial}/{kind}") in words
        ),
        None,
    )
    return {
        "serial": sheet.serial,
        "state": sheet.state,
        "told": names.mark(sheet.told),
        "unused_at": iso(sheet.unused_at) if sheet.unused_at else None,
        "reason": said if sheet.state in {"doubted", "lost", "void"} else None,
        "gap": gap,
        "used": _used(sheet.used, sheet.serial, names, words) if sheet.used else None,
        "commands": list(commands),
    }


def _used(used: Used, serial: str, names: Namer, words: Texts) -> dict[str, Any]:
    filled, law = used.filled, book()
    return {
        "area": names.place(used.place.area),
        "point": names.place(used.place.point),
        "condition": used.condition,
        "registered": names.mark(used.registered),
        "outage": used.outage,
        "photos": list(used.photos),
        "text": words.get(f"{serial}/SheetRegistered"),
        "filled": _filled(filled, serial, names, words) if filled else None,
        "reviewed": names.mark(used.reviewed),
        "agrees": used.agrees,
        "closed": names.mark(used.closed),
        "carried_to": used.carried_to,
        "fill_in_by": None if filled else iso(used.registered.at + law.fill_in),
        "review_by": iso(filled.by.at + law.review) if filled and not used.agrees else None,
    }


def _filled(filled: Filled, serial: str, names: Namer, words: Texts) -> dict[str, Any]:
    return {
        "by": names.mark(filled.by),
        "starts_at": iso(filled.starts_at),
        "ends_at": iso(filled.ends_at) if filled.ends_at else None,
        "outcome": filled.outcome,
        "responsible": names.person(filled.responsible),
        "guardian": names.person(filled.guardian),
        "workers": [names.person(p) for p in filled.workers],
        "readings": [
            {
                "point": r.point,
                "substance": r.substance,
                "value": r.value,
                "unit": r.unit,
                "at": iso(r.at),
            }
            for r in filled.readings
        ],
        "photos": list(filled.photos),
        "outside": filled.outside,
        "text": words.get(f"{serial}/SheetFilledIn"),
    }
