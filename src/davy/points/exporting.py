"""The figures of a period as a table for the personnel department: its headings, lines, and what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from davy.points.assessing import Days
from davy.points.book import book

__all__ = ["COLUMNS", "about", "lines"]

COLUMNS = {
    "place": "名次",
    "hr_code": "工号",
    "name": "姓名",
    "team": "班组",
    "firm": "单位",
    "points": "积分",
    "given": "加分",
    "taken": "扣分",
    "held": "待核实",
    "works": "参与作业",
    "complete": "完整作业",
    "faults": "违章与走过场",
}


def about(of: Days, told: Mapping[str, str], now: datetime) -> list[tuple[str, str | datetime]]:
    """What stands on the second sheet."""
    return [
        ("企业", told["company"]),
        ("期间", f"{of.first.isoformat()} — {of.last.isoformat()}"),
        ("规则版本", book().version),
        ("导出人", told["by"]),
        ("导出时间", now),
        ("说明", "积分不作为放行、审批的依据；叫停、报告、求救、拒签不扣分。"),
    ]


def lines(people: Iterable[Mapping[str, Any]]) -> Iterator[list[Any]]:
    """One line a person, the best first."""
    for one in people:
        yield [one[name] for name in COLUMNS]
