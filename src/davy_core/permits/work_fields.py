"""What a request says about the work, held to the fields of its template: nothing else enters the chain."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from davy_core.outcome import Reason

DECIMAL = re.compile(r"[0-9]{1,6}(\.[0-9]{1,3})?")
"""A quantity as it is written: no sign, no exponent, three places at most."""
LONGEST_TEXT = 60
"""Characters of a text field: the tag or name of a thing, never a story about people."""


def wrong_fields(work: Mapping[str, Any], template: Mapping[str, Any]) -> list[Reason]:
    """A reason for every field that the template does not have, or whose value it does not offer."""
    known = {field["id"]: field for field in template["fields"]}
    return [
        Reason("field_unknown" if name not in known else "field_wrong", {"field": name})
        for name, value in work.items()
        if name not in known or not _offered(value, known[name])
    ]


def _offered(value: object, field: Mapping[str, Any]) -> bool:
    choices = {choice["id"] for choice in field.get("choices", ())}
    match field["kind"]:
        case "bool":
            return isinstance(value, bool)
        case "choice":
            return isinstance(value, str) and value in choices
        case "choices":
            return isinstance(value, list | tuple) and set(value) <= choices
        case "number":
            return isinstance(value, int) and not isinstance(value, bool)
        case "quantity":
            return isinstance(value, str) and _in_range(value, field)
        case _:
            return isinstance(value, str) and 0 < len(value.strip()) <= LONGEST_TEXT


def _in_range(value: str, field: Mapping[str, Any]) -> bool:
    if not DECIMAL.fullmatch(value):
        return False
    least, most = Decimal(field.get("least", "0")), Decimal(field.get("most", "999999"))
    return least <= Decimal(value) <= most
