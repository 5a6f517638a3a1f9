"""两级、四级审批: a template may ask for so many levels of approval; they come on top of the route.

The route of the law decides who signs at the least. A ladder names further stages in their order; those whose
posts the route does not ask yet are put in until there are enough. None of the route's own is ever left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from davy_core.approvals.route import resolved

COUNTS = {"two": 2, "four": 4}


def climbed(
    stages: Sequence[Mapping[str, Any]], approval: Mapping[str, Any] | None, chosen: str | None
) -> list[dict[str, Any]]:
    """The stages of a permit whose template asks for levels of approval. `chosen` is the site's word, `two`
    or `four`; None leaves it to the template, anything else is four. Without stages there is no route."""
    found = [dict(stage) for stage in stages]
    if approval is None or not found:
        return found
    name = approval["usual"] if chosen is None else chosen
    name = name if name in COUNTS else "four"
    place = 0
    for rung in approval[name]:
        asked = {post for stage in found for post in stage["posts"]}
        if asked & set(rung["posts"]):
            place = 1 + next(n for n, s in enumerate(found) if set(s["posts"]) & set(rung["posts"]))
        elif len(found) < COUNTS[name]:
            taken = {stage["id"] for stage in found}
            name_of = rung["id"] if rung["id"] not in taken else f"{rung['id']}_level"
            found.insert(place, {**resolved(rung), "id": name_of})
            place += 1
    # Whoever signs last stands there (4.11 a).
    found[-1]["on_site"] = True
    return found
