"""The automatic ledger as a sheet for a spreadsheet (AQ 3064.2-2025 5.11): one line a permit or an alarm."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from davy.insight.words import words

__all__ = ["HEADINGS", "sheet"]

HEADINGS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "permits": {
        "number": {"zh": "作业票编号", "en": "Permit"},
        "code": {"zh": "作业类型", "en": "Type of work"},
        "level": {"zh": "级别", "en": "Level"},
        "state": {"zh": "状态", "en": "State"},
        "unit": {"zh": "单位", "en": "Unit"},
        "area": {"zh": "区域", "en": "Area"},
        "responsible": {"zh": "作业负责人", "en": "Responsible"},
        "guardian": {"zh": "监护人", "en": "Guardian"},
        "firm": {"zh": "承包商", "en": "Contractor"},
        "at": {"zh": "计划开始", "en": "Planned start"},
        "until": {"zh": "计划结束", "en": "Planned end"},
    },
    "alarms": {
        "code": {"zh": "报警", "en": "Alarm"},
        "state": {"zh": "处置状态", "en": "Handling"},
        "number": {"zh": "作业票编号", "en": "Permit"},
        "level": {"zh": "级别", "en": "Level"},
        "unit": {"zh": "单位", "en": "Unit"},
        "area": {"zh": "区域", "en": "Area"},
        "responsible": {"zh": "作业负责人", "en": "Responsible"},
        "guardian": {"zh": "监护人", "en": "Guardian"},
        "firm": {"zh": "承包商", "en": "Contractor"},
        "at": {"zh": "报警时间", "en": "Raised at"},
        "until": {"zh": "关闭时间", "en": "Closed at"},
    },
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sheet(subject: str, found: Iterable[Mapping[str, Any]], *, language: str, zone: ZoneInfo) -> bytes:
    """The lines as CSV in UTF-8 with a byte order mark, which spreadsheets need for Chinese.

    `language` is zh or en; instants are local to `zone`, to the minute. What a spreadsheet would take for a
    formula is written as text.
    """
    headings = HEADINGS[subject]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([heading[language] for heading in headings.values()])
    for line in found:
        writer.writerow([_cell(subject, name, line[name], language, zone) for name in headings])
    return "\ufeff".encode() + out.getvalue().encode()


def _cell(subject: str, name: str, value: Any, language: str, zone: ZoneInfo) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    dimension = {"code": "type" if subject == "permits" else "alarm"}.get(name, name)
    said = words(subject, dimension, str(value))
    text = said[language] if said else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
