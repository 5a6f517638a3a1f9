"""Imports and their rows as they are shown. Inside a tenant block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When

from davy.people.importing import store
from davy.people.importing.columns import column, finding, sheets
from davy.people.importing.writing import headed
from davy.people.models import Import, ImportRow
from davy.people.shapes import masked
from davy.problems.catalogue import refusal

__all__ = ["narrowed", "reported", "row", "told"]

_FIRST = ("wrong", "double", "change", "new", "same")
_WORDS = {"new": "新增", "same": "相同", "change": "有变化", "double": "重复", "wrong": "有错"}


def told(one: Import, by: str) -> dict[str, Any]:
    """An import with how many of its rows stand in the ledger by it."""
    rows = ImportRow.objects.filter(company_id=one.company_id, import_id=one.id)
    fields = (
        "id",
        "name",
        "state",
        "made_at",
        "applied_at",
        "sheets",
        "mapping",
        "counts",
        "total",
        "done",
    )
    return {
        **{name: getattr(one, name) for name in fields},
        "by": by,
        "problem": _said(one.problem),
        "chosen": rows.filter(choice="take", state="waiting").count(),
        "entered": rows.filter(state="done").count(),
        "skipped": rows.filter(state="skipped").count(),
    }


def narrowed(one: Import, verdict: str | None, looked: bool | None) -> QuerySet[ImportRow]:
    """Rows of a check, those that need somebody in front."""
    order = Case(
        *(When(verdict=name, then=Value(at)) for at, name in enumerate(_FIRST)), output_field=IntegerField()
    )
    found = ImportRow.objects.filter(company_id=one.company_id, import_id=one.id)
    if verdict is not None:
        found = found.filter(verdict=verdict)
    if looked is not None:
        found = found.exclude(findings=[]) if looked else found.filter(findings=[])
    return found.annotate(order=order).order_by("order", "n")


def row(one: ImportRow) -> dict[str, Any]:
    """A row with the words of what is wrong or doubtful; identity numbers masked."""
    content = store.opened(one)
    return {
        **{name: getattr(one, name) for name in ("n", "sheet", "row", "kind", "verdict", "choice", "state")},
        "who": content["values"].get("name") or content["owner"],
        "values": _masked(content["values"]),
        "was": _masked(content["was"]),
        "findings": [_words(said) for said in one.findings],
    }


def reported(one: Import) -> tuple[list[str], Iterator[tuple[dict[str, str], dict[str, str]]]]:
    """The columns of the report, and each row that needs somebody with its values in full: they are those of
    the file that was sent."""
    found = narrowed(one, None, True)
    kinds = set(found.values_list("kind", flat=True))
    names = [told.id for told in headed(sheets()[0])]
    names += [told.id for sheet in sheets()[1:] if sheet.id in kinds for told in sheet.columns]
    return names, (_line(each) for each in found.iterator())


def _said(problem: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """A problem with its words and the way out."""
    if problem is None:
        return None
    no, values = refusal(problem["code"]), {"count": problem.get("count", 0), **problem.get("values", {})}
    way = no.remedy.filled(values).as_json() if no.remedy else {"zh": "", "en": ""}
    return {**problem, **no.says.filled(values).as_json(), "mend_zh": way["zh"], "mend_en": way["en"]}


def _line(one: ImportRow) -> tuple[dict[str, str], dict[str, str]]:
    said = [_words(each) for each in one.findings]
    about = {
        "sheet": one.sheet,
        "row": str(one.row),
        "verdict": _WORDS[one.verdict],
        "what": "\n".join(f"{each['column_zh']}：{each['zh']}" for each in said),
        "mend": "\n".join(dict.fromkeys(each["mend_zh"] for each in said)),
        "weight": "wrong" if any(each["weight"] == "wrong" for each in said) else "look",
    }
    return about, store.opened(one)["values"]


def _words(said: Mapping[str, str]) -> dict[str, str]:
    about, at = finding(said["code"]), column(said["at"])
    return {**said, **about, "column_zh": at.zh, "column_en": at.en}


def _masked(values: Mapping[str, str]) -> dict[str, str]:
    closed = {"id_number", "contacts", "phone", "certificate.number"}
    return {name: masked(text) if name in closed else text for name, text in values.items()}
