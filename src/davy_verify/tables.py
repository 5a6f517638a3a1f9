"""Draws the tables of measurements anew from the events, and finds the rules that the permits stood on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from davy_verify.finding import BROKEN, OPEN, PROVEN, Finding
from davy_verify.opening import Bundle
from davy_verify.streams import Stream

__all__ = ["gas_table", "rules", "tables"]

Told = Mapping[str, Any]
_RULES = "rules/"
_HEAD = (
    "事件", "类别", "编号", "记录时间", "采样时间", "部位", "物质", "数值", "单位", "限值", "限值单位",
    "结论", "原因", "仪器", "来源", "时钟", "人员",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def tables(bundle: Bundle, streams: Sequence[Stream]) -> Iterator[Finding]:
    """Whether each table says what the events say. Raises nothing."""
    whole = 0
    for stream in streams:
        name = f"{stream.folder}/gas.csv"
        if not stream.whole:
            continue
        try:
            due = gas_table(stream.events) if stream.kind == "permit" else b""
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            yield Finding(BROKEN, "gas_table_false", {"file": name, "why": str(error)})
            continue
        shown = bundle.text(name) if name in bundle.names else b""
        if shown and shown != due:
            yield Finding(BROKEN, "gas_table_false", {"file": name, "why": "the events say otherwise"})
        elif due and not shown:
            yield Finding(OPEN, "gas_table_missing", {"kind": stream.kind, "stream": stream.id})
        whole += bool(shown) and shown == due
    if whole:
        yield Finding(PROVEN, "gas_tables_whole", {"count": whole})


def rules(bundle: Bundle, streams: Sequence[Stream]) -> Iterator[Finding]:
    """The rules a permit was judged by, by their hash in its events. Raises nothing."""
    named = {
        event["data"]["basis"]
        for stream in streams
        if stream.kind == "permit" and stream.whole
        for event in stream.events
        if isinstance(event["data"].get("basis"), str)
    }
    shown = {
        name.removeprefix(_RULES).removesuffix(".json") for name in bundle.names if name.startswith(_RULES)
    }
    if not all(stream.whole for stream in streams):
        return  # what is broken there is told already
    for digest in sorted(shown):
        content = bundle.text(f"{_RULES}{digest}.json")
        if sha256(content).hexdigest() != digest or digest not in named:
            yield Finding(BROKEN, "rules_false", {"rules": digest})
        else:
            yield Finding(PROVEN, "rules_whole", {"rules": digest, "packs": _packs(content)})
    if named - shown:
        yield Finding(OPEN, "rules_missing", {"count": len(named - shown)})


def _packs(content: bytes) -> str:
    try:
        packs = json.loads(content)["packs"]
        return ", ".join(f"{pack['id']} {pack.get('version', '')}".strip() for pack in packs)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return "?"


def gas_table(events: Iterable[Told]) -> bytes:
    """Every measurement of these events as CSV; nothing when there is none."""
    rows = [row for event in events for row in _measured(event)]
    lines = [",".join(map(_cell, row)) for row in (_HEAD, *rows)]
    return ("\ufeff" + "".join(f"{line}\r\n" for line in lines)).encode() if rows else b""


def _measured(event: Told) -> Iterator[list[str]]:
    data = event["data"]
    if event["type"] == "RoundRecorded":
        for r in data["readings"]:
            yield _row(event, {**r, "kind": "round", "number": data["round"], "by": data["by"]})
    elif event["type"] == "ValueRecorded":
        flat = {"value": {"value": data.get("value", ""), "unit": data.get("unit", "")}}
        told = {"kind": "record", "number": data["record"], "by": data["by"]}
        at = {"sampled_at": event["occurred_at"], "verdict": "pass" if data["ok"] else "fail"}
        yield _row(event, {**flat, **told, **at})
    elif event["type"] == "PaperCaptured":
        told = {"kind": "paper", "number": str(data["entry"]), "by": data["wrote"], "source": "paper"}
        for r in data.get("readings", ()):
            at = {"sampled_at": data.get("written_at", ""), "reason": r.get("unread", "")}
            yield _row(event, {**r, **told, **at})


def _row(event: Told, r: Told) -> list[str]:
    value = r.get("value") or {"value": "", "unit": ""}
    found = [str(event["seq"]), r["kind"], r["number"], event["recorded_at"], r["sampled_at"]]
    found += [r.get("point", ""), r.get("substance", ""), value["value"], value["unit"]]
    rest = ("limit", "limit_unit", "verdict", "reason", "instrument", "source", "clock", "by")
    return [*found, *(r.get(name, "") for name in rest)]


def _cell(told: str) -> str:
    """What a spreadsheet would run as a formula stands there as text."""
    plain = f"'{told}" if told.startswith(_FORMULA) else told
    return '"' + plain.replace('"', '""') + '"' if any(c in plain for c in ',"\r\n') else plain
