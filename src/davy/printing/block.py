"""A block of blank sheets for a declared outage (停机票), by the rules that stood when it was printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.outages import queries
from davy.printing import sheet
from davy.printing.isolation import Sheet
from davy.rulebook import books, law
from davy_core.outages.state import Block
from davy_core.permits.rulebook import Rulebook

__all__ = ["block_paper"]

BLANK = frozenset({"blank", "doubted"})


def block_paper(
    reader: Sheet, block_id: UUID, before: Sequence[datetime], *, origin: str, now: datetime
) -> tuple[str, bytes] | None:
    """File name and PDF of the sheets that are still blank, or None when there is no such block. `before` is
    when they were fetched already. Inside a tenant block. Raises sheet's errors.

    The code of a sheet leads to the public page, which says what the sheet is worth now."""
    block = queries.block(reader.company_id, block_id)
    if block is None:
        return None
    book = books.pinned(reader.company_id, block.basis)
    names = queries.places(reader.company_id)
    zone = ZoneInfo(reader.timezone)
    data = {
        **_form(block, book),
        "company": reader.company,
        "number": block.number,
        "areas": "、".join(names.get(a, a) for a in block.areas) or f"{names.get(block.site, '')}全厂",
        "packs": "、".join(block.packs),
        "again": _again(before, zone),
        "printed_at": block.printed.at.astimezone(zone).strftime("%Y-%m-%d %H:%M"),
        "sheets": [
            {"serial": s.serial, "qr": sheet.qr(f"{origin}/c/{s.serial}")}
            for s in block.sheets
            if s.state in BLANK
        ],
    }
    return f"{block.number}.pdf", sheet.compiled("outage.typ", data, now)


def _again(before: Sequence[datetime], zone: ZoneInfo) -> str:
    """What every sheet says when there may be another paper of its serial; empty the first time."""
    if not before:
        return ""
    last = before[-1].astimezone(zone).strftime("%Y-%m-%d %H:%M")
    return f"第 {len(before) + 1} 次打印（上次 {last}）：同号的另一张先收回作废，一号只认一张"


def _form(block: Block, book: Rulebook) -> dict[str, Any]:
    """What the work's template asks for, with every answer open."""
    template = book.template
    return {
        "title": template["title"]["zh"],
        "levels": _levels(book),
        "fields": [_field(f) for f in template["fields"] if f["kind"] != "person"],
        "hazards": [row["zh"] for row in template["hazards"]],
        "measures": [row["zh"] for row in template["measures"]],
        "gas": bool(template.get("gas", {}).get("required", False)),
        "stages": _stages(block, book),
    }


def _levels(book: Rulebook) -> list[str]:
    words = [law.level_words(book.type, level) for level in book.levels.order if level != "none"]
    return [each["zh"] for each in words if each is not None] or ["不分级"]


def _field(field: Mapping[str, Any]) -> dict[str, Any]:
    choices = [c["zh"] for c in field.get("choices", ())]
    return {"label": field["label"]["zh"], "choices": choices, "yes_no": field["kind"] == "bool"}


def _stages(block: Block, book: Rulebook) -> list[str]:
    """Every step of approval that some level of this work may need, in the order of the routes."""
    found: dict[str, None] = {}
    for row in book.routes:
        kinds = row["when"].get("type", block.type)
        if block.type in ([kinds] if isinstance(kinds, str) else kinds):
            for stage in row["stages"]:
                found[stage["title"]["zh"]] = None
    return [*found, "其他（按级别和时段加签）"]
