"""The list of permits as a sheet to take away: its lines, and what it was narrowed to, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.insight.words import words
from davy.insight.writing import Cell, Table
from davy.permits.listing import BoardFilter
from davy.rulebook import law

__all__ = ["COLUMNS", "table"]

AT_ONCE = 5_000

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "number": {"zh": "作业票编号", "en": "Permit"},
    "code": {"zh": "作业类型", "en": "Type of work"},
    "level": {"zh": "级别", "en": "Level"},
    "risk": {"zh": "风险", "en": "Risk"},
    "state": {"zh": "状态", "en": "State"},
    "clearance": {"zh": "现场清理", "en": "Site clear"},
    "unit": {"zh": "单位", "en": "Unit"},
    "area": {"zh": "区域", "en": "Area"},
    "point": {"zh": "作业点", "en": "Work point"},
    "equipment": {"zh": "设备位号", "en": "Equipment"},
    "content": {"zh": "作业内容", "en": "Work"},
    "responsible": {"zh": "作业负责人", "en": "Responsible"},
    "guardian": {"zh": "监护人", "en": "Guardian"},
    "firm": {"zh": "承包商", "en": "Contractor"},
    "people": {"zh": "票上人数", "en": "People named"},
    "from": {"zh": "计划开始", "en": "Planned start"},
    "until": {"zh": "计划结束", "en": "Planned end"},
    "issued": {"zh": "签发", "en": "Issued"},
    "started": {"zh": "开工", "en": "Work began"},
    "ended": {"zh": "结束", "en": "Ended"},
    "changed": {"zh": "最近变动", "en": "Last change"},
}
_CODES: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "risk": {
        "red": {"zh": "重大", "en": "Major"},
        "orange": {"zh": "较大", "en": "High"},
        "yellow": {"zh": "一般", "en": "Medium"},
        "blue": {"zh": "低", "en": "Low"},
    },
    "clearance": {
        "open": {"zh": "未清", "en": "Not clear"},
        "confirmed": {"zh": "已确认", "en": "Confirmed"},
        "none": {"zh": "", "en": ""},
    },
}
_ABOUT = {
    "title": {"zh": "作业票列表", "en": "Permits"},
    "about": {"zh": "说明", "en": "About"},
    "company": {"zh": "企业", "en": "Company"},
    "by": {"zh": "导出人", "en": "Taken by"},
    "at": {"zh": "导出时间", "en": "Taken at"},
    "zone": {"zh": "时间所用时区", "en": "Time zone of all times"},
    "count": {"zh": "张数", "en": "Permits"},
    "all": {"zh": "没有筛选", "en": "Not narrowed"},
    "states": {"zh": "状态", "en": "State"},
    "types": {"zh": "作业类型", "en": "Type of work"},
    "levels": {"zh": "级别", "en": "Level"},
    "area": {"zh": "区域", "en": "Area"},
    "unit": {"zh": "单位", "en": "Unit"},
    "point": {"zh": "作业点", "en": "Work point"},
    "equipment": {"zh": "设备", "en": "Equipment"},
    "firm": {"zh": "承包商", "en": "Contractor"},
    "person": {"zh": "人员", "en": "Person"},
    "mine": {"zh": "只看与谁有关的", "en": "Only what concerns"},
    "order": {"zh": "计划或工单", "en": "Plan or order"},
    "since": {"zh": "作业时间从", "en": "Work time from"},
    "until": {"zh": "作业时间到", "en": "Work time to"},
    "clearance": {"zh": "现场清理", "en": "Site clear"},
    "text": {"zh": "搜索", "en": "Words"},
    "archive": {"zh": "查档", "en": "Words in the archive"},
}
_REGISTERS = {
    "area": ("sites_area", "name"),
    "unit": ("sites_unit", "name"),
    "point": ("sites_work_point", "name"),
    "equipment": ("sites_equipment", "code"),
    "firm": ("people_firm", "name"),
    "person": ("people_person", "name"),
    "mine": ("people_person", "name"),
    "order": ("planning_work_order", "number"),
}
_LINES = """
SELECT p.number, p.type AS code, p.type || ':' || p.level AS level, p.doc->>'risk_grade' AS risk, p.state,
  p.clearance, u.name AS unit, a.name AS area, w.name AS point, e.code AS equipment, p.content,
  r.name AS responsible, g.name AS guardian, f.name AS firm, cardinality(p.people) AS people,
  p.starts_at AS "from", p.ends_at AS until, (p.doc->>'issued_at')::timestamptz AS issued,
  p.started_at AS started, (p.doc->>'ended_at')::timestamptz AS ended, p.changed_at AS changed
FROM unnest(%(ids)s::uuid[]) WITH ORDINALITY o(id, n)
JOIN permits_permit p ON p.company_id = %(company)s AND p.id = o.id
LEFT JOIN sites_area a ON a.company_id = p.company_id AND a.id = p.area_id
LEFT JOIN sites_unit u ON u.company_id = p.company_id AND u.id = a.unit_id
LEFT JOIN sites_work_point w ON w.company_id = p.company_id AND w.id = p.point_id
LEFT JOIN sites_equipment e ON e.company_id = p.company_id AND e.id = w.equipment_id
LEFT JOIN people_person r ON r.company_id = p.company_id AND r.id = p.responsible_id
LEFT JOIN people_person g ON g.company_id = p.company_id AND g.id = p.guardian_id
LEFT JOIN people_firm f ON f.company_id = r.company_id AND f.id = r.firm_id
ORDER BY o.n
"""


def table(
    company_id: UUID, ids: Sequence[UUID], asked: BoardFilter, *, language: str, told: Mapping[str, Cell]
) -> Table:
    """The permits in their order, read AT_ONCE while they are written. `told` is company, by, at and zone."""
    said = {name: text[language] for name, text in _ABOUT.items()}
    about = [(said[name], cell) for name, cell in told.items()]
    about.append((said["count"], len(ids)))
    narrowed = list(_narrowed(company_id, asked, language))
    about += [(said[name], cell) for name, cell in narrowed] or [(said["all"], None)]
    return Table(
        name=said["title"],
        headings=[heading[language] for heading in COLUMNS.values()],
        lines=_lines(company_id, ids, language),
        about_name=said["about"],
        about=about,
    )


def _lines(company_id: UUID, ids: Sequence[UUID], language: str) -> Iterator[Sequence[Cell]]:
    for start in range(0, len(ids), AT_ONCE):
        some = [str(permit) for permit in ids[start : start + AT_ONCE]]
        for row in rows.many(_LINES, {"company": company_id, "ids": some}):
            yield [_cell(name, row[name], language) for name in COLUMNS]


def _cell(name: str, value: Any, language: str) -> Cell:
    if value is None or isinstance(value, int | datetime):
        return value
    said = _said(name, str(value)) if name in {"code", "level", "risk", "state", "clearance"} else None
    return said[language] if said else str(value)


@cache
def _said(name: str, code: str) -> Mapping[str, str] | None:
    """The words of a code; kept, because the law copies a whole template to tell its title."""
    return _CODES.get(name, {}).get(code) or words("permits", {"code": "type"}.get(name, name), code)


def _narrowed(company_id: UUID, asked: BoardFilter, language: str) -> Iterator[tuple[str, Cell]]:
    """What leaves anything out of the list, in words, in the order in which the list asks it."""
    for name in ("states", "types", "levels", *_REGISTERS, "since", "until", "clearance", "text", "archive"):
        value = getattr(asked, name)
        if value:
            yield name, _spelled(company_id, name, value, language)


def _spelled(company_id: UUID, name: str, value: Any, language: str) -> Cell:
    if isinstance(value, datetime):
        return value
    if name in _REGISTERS:
        source, column = _REGISTERS[name]
        found = rows.one(
            f"SELECT {column} AS name FROM {source} WHERE company_id = %s AND id = %s",  # noqa: S608 - constants
            (company_id, value),
        )
        return str(found["name"]) if found else str(value)
    if name == "levels":
        return "、".join(_level(each, language) for each in value)
    if name in {"states", "types"}:
        told = (words("permits", name[:-1], each) for each in value)
        return "、".join(say[language] if say else each for say, each in zip(told, value, strict=True))
    said = _CODES.get(name, {}).get(value)
    return said[language] if said else str(value)


def _level(code: str, language: str) -> str:
    """A level by itself, whichever work it is of."""
    said = law.level_words("", code)
    return said[language] if said else code
