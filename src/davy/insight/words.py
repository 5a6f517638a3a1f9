"""The words of a key of a dimension, where the law's data have words for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from davy.alarms.contract import book
from davy.rulebook import law

__all__ = ["words"]


def words(subject: str, dimension: str, key: str) -> Mapping[str, str] | None:
    """zh and en of a type, template, level, state or alarm; None for names, times and unknown codes."""
    if dimension in {"type", "template"}:
        return law.template(key)["title"] if key in law.templates() else None
    if dimension == "level":
        return law.level_words(*key.split(":", 1)) if ":" in key else None
    if dimension == "state":
        return _state(law.states() if subject == "permits" else law.alarm_states(), key)
    if dimension == "alarm":
        kind, _, code = key.partition(":")
        title = book().title(kind, code or None)
        return {"zh": title.zh, "en": title.en}
    return None


def _state(states: Mapping[str, Any], key: str) -> Mapping[str, str] | None:
    row = states.get(key)
    return None if row is None else {"zh": row["zh"], "en": row["en"]}
