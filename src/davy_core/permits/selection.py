"""Does a template row apply to this work? Rows may name fields and the values they ask for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def fits(when: Mapping[str, Any] | None, work: Mapping[str, Any]) -> bool:
    """True when every field that `when` names has one of its values, or is not known (unknown applies)."""
    for field, wanted in (when or {}).items():
        value = work.get(field)
        accepted = wanted if isinstance(wanted, list | tuple) else (wanted,)
        if value is not None and value not in accepted:
            return False
    return True
