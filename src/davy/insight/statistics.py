"""Counts permits and alarms by one dimension or two, and lists what stands behind every figure. Read only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.insight.dimensions import SUBJECTS, Dimension, Subject
from davy.insight.words import words

__all__ = ["UNKNOWN", "Asked", "lines", "told", "told_lines"]

UNKNOWN = ""
"""The key of what is not known or not named: a permit without a guardian, an alarm about the whole plant."""
MOST_GROUPS = 400
TIMES = frozenset({"month", "day", "weekday", "hour"})


@dataclass(frozen=True)
class Asked:
    """What is counted: permits or alarms whose instant is in [`since`, `until`), in the time of `zone`.

    `picks` holds a key per dimension: only what has that key is counted. Raises KeyError for a subject or a
    dimension that there is not.
    """

    subject: str
    since: datetime
    until: datetime
    zone: str
    picks: Mapping[str, str] = field(default_factory=dict)

    @property
    def counted(self) -> Subject:
        return SUBJECTS[self.subject]

    def where(self, company_id: UUID) -> tuple[str, dict[str, Any]]:
        """The condition and the values of its parameters."""
        subject = self.counted
        home = subject.at.split(".", 1)[0]
        parts = [
            f"{home}.company_id = %(company)s",
            f"{subject.at} >= %(since)s",
            f"{subject.at} < %(until)s",
        ]
        values: dict[str, Any] = {
            "company": company_id,
            "since": self.since,
            "until": self.until,
            "zone": self.zone,
        }
        for name, key in self.picks.items():
            parts.append(f"{_key(subject.dimensions[name])} = %(pick_{name})s")
            values[f"pick_{name}"] = key
        return " AND ".join(parts), values


def told(company_id: UUID, asked: Asked, by: str, also: str | None = None) -> dict[str, Any]:
    """`rows`: one per key of `by`, the most frequent first, times in their order, each with its measures and
    beside them the counts per key of `also`; `all`: the same over everything, None when there is nothing. At
    most MOST_GROUPS rows; `more` tells that some are missing. `picks` names what was picked."""
    found = _grouped(company_id, asked, by)
    crossed = _crossed(company_id, asked, by, also) if also else {}
    total = _grouped(company_id, asked, None)
    picked = {name: _picked(company_id, asked, name, key) for name, key in asked.picks.items()}
    shown = found[:MOST_GROUPS]
    if by in TIMES:
        shown.sort(key=lambda row: str(row["key"]))
    subject = asked.subject
    return {
        "rows": [
            {**row, "says": words(subject, by, row["key"]), "also": crossed.get(row["key"], [])}
            for row in shown
        ],
        "all": {**total[0], "says": None, "also": []} if total else None,
        "picks": picked,
        "more": len(found) > MOST_GROUPS,
    }


def lines(company_id: UUID, asked: Asked, *, page: int = 1, size: int = 50) -> list[dict[str, Any]]:
    """What stands behind a figure, the newest first."""
    subject = asked.counted
    where, values = asked.where(company_id)
    columns = ", ".join(f"{sql} AS {name}" for name, sql in subject.row.items())
    return rows.many(
        f"SELECT {columns} FROM {subject.source} WHERE {where}"  # noqa: S608 - constants; values are parameters
        f" ORDER BY {subject.at} DESC, 1 LIMIT %(size)s OFFSET %(offset)s",
        {**values, "size": size, "offset": (page - 1) * size},
    )


def told_lines(company_id: UUID, asked: Asked, *, page: int, size: int) -> list[dict[str, Any]]:
    """The same with the words of type, level, alarm and state."""
    subject = asked.subject
    named = "type" if subject == "permits" else "alarm"
    return [
        {
            **line,
            "says": words(subject, named, line["code"]),
            "level": words(subject, "level", line["level"] or ""),
            "state_says": words(subject, "state", line["state"]),
        }
        for line in lines(company_id, asked, page=page, size=size)
    ]


def _grouped(company_id: UUID, asked: Asked, by: str | None) -> list[dict[str, Any]]:
    subject = asked.counted
    where, values = asked.where(company_id)
    dimension = subject.dimensions[by] if by else Dimension("''")
    measures = ", ".join(f"{sql} AS {name}" for name, sql in subject.measures.items())
    found = rows.many(
        f"SELECT {_key(dimension)} AS key, max({dimension.name or 'null'}::text) AS name, count(*) AS count,"  # noqa: S608 - constants
        f" {measures} FROM {subject.source} WHERE {where} GROUP BY 1"
        " ORDER BY count(*) DESC, 1 LIMIT %(most)s",
        {**values, "most": MOST_GROUPS + 1},
    )
    return [_row(row, subject) for row in found]


def _picked(company_id: UUID, asked: Asked, name: str, key: str) -> dict[str, Any]:
    """The pick with its words and the count of what has it."""
    found = _grouped(company_id, asked, name)
    about = found[0] if found else {"name": None, "count": 0}
    said = words(asked.subject, name, key)
    return {"key": key, "name": about["name"], "says": said, "count": about["count"]}


def _crossed(company_id: UUID, asked: Asked, by: str, also: str) -> dict[str, list[dict[str, Any]]]:
    subject = asked.counted
    where, values = asked.where(company_id)
    one, other = subject.dimensions[by], subject.dimensions[also]
    found = rows.many(
        f"SELECT {_key(one)} AS first, {_key(other)} AS key, max({other.name or 'null'}::text) AS name,"  # noqa: S608 - constants
        f" count(*) AS count FROM {subject.source} WHERE {where} GROUP BY 1, 2 ORDER BY 1, count(*) DESC, 2",
        values,
    )
    crossed: dict[str, list[dict[str, Any]]] = {}
    for row in found:
        said = words(asked.subject, also, row["key"])
        crossed.setdefault(row.pop("first"), []).append({**row, "says": said})
    return crossed


def _key(dimension: Dimension) -> str:
    return f"coalesce(({dimension.key})::text, '')"


def _row(row: Mapping[str, Any], subject: Subject) -> dict[str, Any]:
    measures = {name: row[name] for name in subject.measures}
    return {"key": row["key"], "name": row["name"], "count": row["count"], "measures": measures}
