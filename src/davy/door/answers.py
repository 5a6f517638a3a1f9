"""The answers of the door as plain data: what was accepted, or every reason why not with clause and
remedy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from davy.problems.catalogue import Refusal, refusal
from davy_core.outcome import Event, Reason

__all__ = ["accepted", "plain_refusal", "refused"]


def accepted(version: int, events: Sequence[Event]) -> dict[str, Any]:
    """Accepted: the version after it, and what happened."""
    return {"verdict": "accepted", "version": version, "events": [e.type for e in events]}


def refused(version: int, reasons: Sequence[Reason]) -> dict[str, Any]:
    """Refused: the first reason leads, all of them are told."""
    told = [_tell(reason) for reason in reasons]
    return {"verdict": "refused", "version": version, "code": told[0]["code"], "reasons": told}


def plain_refusal(code: str, **values: object) -> dict[str, Any]:
    """A refusal of the door itself, before anything was decided."""
    return refused(int(str(values.get("version", 0))), [Reason(code, values)])


def _tell(reason: Reason) -> dict[str, Any]:
    known = refusal(reason.code)
    values = _Blank({k: _short(v) for k, v in reason.values.items()})
    told: dict[str, Any] = {
        "code": known.code,
        "clause": known.clause,
        "says": {"zh": known.says.zh.format_map(values), "en": known.says.en.format_map(values)},
        "remedy": _remedy(known, values),
        "values": {k: _plain(v) for k, v in reason.values.items()},
    }
    if reason.missing is not None:
        told["missing"] = dict(reason.missing)
        told["clause"] = reason.missing["clause"]
    return told


def _remedy(known: Refusal, values: Mapping[str, str]) -> dict[str, str | None] | None:
    if known.remedy is None:
        return None
    says = {"zh": known.remedy.zh.format_map(values), "en": known.remedy.en.format_map(values)}
    return {**says, "action": known.action}


class _Blank(dict[str, str]):
    """A sentence with a value nobody gave shows a dash, rather than failing the refusal it explains."""

    def __missing__(self, key: str) -> str:
        return "-"


def _short(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(v) for v in value]
    return value if isinstance(value, str | int | bool | None) else str(value)
