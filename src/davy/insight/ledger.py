"""The automatic ledger as a sheet for a spreadsheet (AQ 3064.2-2025 5.11): one line a permit or an alarm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from davy.insight.words import words
from davy.insight.writing import Cell, Table

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


def sheet(subject: str, found: Iterable[Mapping[str, Any]], *, language: str) -> Table:
    """The lines as a table to be written. `language` is zh or en."""
    headings = HEADINGS[subject]
    return Table(
        name={"zh": "台账", "en": "Ledger"}[language],
        headings=[heading[language] for heading in headings.values()],
        lines=([_cell(subject, name, line[name], language) for name in headings] for line in found),
    )


def _cell(subject: str, name: str, value: Any, language: str) -> Cell:
    if value is None or isinstance(value, datetime):
        return value
    dimension = {"code": "type" if subject == "permits" else "alarm"}.get(name, name)
    said = words(subject, dimension, str(value))
    return said[language] if said else str(value)
