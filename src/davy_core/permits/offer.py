"""What a site lets people ask for: the templates it has switched on, and how many levels approve a preset."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from davy_core.outcome import Reason


@dataclass(frozen=True)
class Offer:
    """The site's choice. `off`: templates that are switched off; `types_off`: works of which no template is
    on; `levels`: `two` or `four` levels of approval where a template asks for levels, None as it says."""

    off: frozenset[str] = frozenset()
    types_off: frozenset[str] = frozenset()
    levels: str | None = None


EVERYTHING = Offer()


def not_offered(template: Mapping[str, Any], needed: Collection[str], offer: Offer) -> list[Reason]:
    """Why a new request cannot be made here: its template is switched off, or the job needs a permit of a
    work that is (4.6). What the law asks a permit for is not let pass because nobody offers one."""
    if template["id"] in offer.off:
        return [Reason("template_off", dict(template["title"]))]
    asked: Mapping[str, Any] = next((f for f in template["fields"] if f["id"] == "also_types"), {})
    names = {row["id"]: {"zh": row["zh"], "en": row["en"]} for row in asked.get("choices", ())}
    return [
        Reason("companion_off", {"type": kind, **names.get(kind, {"zh": kind, "en": kind})})
        for kind in sorted(set(needed) & offer.types_off)
    ]
