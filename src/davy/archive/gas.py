"""Every measurement of a permit as a table that opens in any spreadsheet.

It is drawn from the events alone, row by row in their order, so that a checker draws it again and compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

__all__ = ["HEAD", "table"]

Told = Mapping[str, Any]
HEAD = (
    "事件", "类别", "编号", "记录时间", "采样时间", "部位", "物质", "数值", "单位", "限值", "限值单位",
    "结论", "原因", "仪器", "来源", "时钟", "人员",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(events: Iterable[Told]) -> bytes:
    """The rows of these events as CSV with its heading (UTF-8 with its mark); nothing when they measure
    nothing."""
    rows = [row for event in events for row in _rows(event)]
    if not rows:
        return b""
    return ("\ufeff" + "".join(",".join(_cell(c) for c in row) + "\r\n" for row in (HEAD, *rows))).encode()


def _rows(event: Told) -> Iterator[Sequence[str]]:
    data, seq, at = event["data"], str(event["seq"]), event["recorded_at"]
    if event["type"] == "RoundRecorded":
        for r in data["readings"]:
            place = (r["sampled_at"], r["point"], r["substance"])
            value = (r["value"]["value"], r["value"]["unit"], r.get("limit", ""), r.get("limit_unit", ""))
            told = (r["verdict"], r.get("reason", ""), r.get("instrument", ""), r["source"], r["clock"])
            yield seq, "round", data["round"], at, *place, *value, *told, data["by"]
    elif event["type"] == "ValueRecorded":
        value = (data.get("value", ""), data.get("unit", ""), "", "")
        told = ("pass" if data["ok"] else "fail", "", "", "", "")
        yield seq, "record", data["record"], at, event["occurred_at"], "", "", *value, *told, data["by"]
    elif event["type"] == "PaperCaptured":
        for r in data.get("readings", ()):
            place = (data.get("written_at", ""), r["point"], r["substance"])
            found = r.get("value", {"value": "", "unit": ""})
            value = (found["value"], found["unit"], "", "")
            told = ("", r.get("unread", ""), "", "paper", "")
            yield seq, "paper", str(data["entry"]), at, *place, *value, *told, data["wrote"]


def _cell(told: str) -> str:
    """One cell; what a spreadsheet would run as a formula is only text."""
    plain = f"'{told}" if told.startswith(_FORMULA) else told
    return '"' + plain.replace('"', '""') + '"' if any(c in plain for c in ',"\r\n') else plain
