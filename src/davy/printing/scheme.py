"""A version of a work plan on paper: its sections, who approved it until when, and the code by which it is
checked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.printing import sheet
from davy.printing.isolation import Sheet, drawing
from davy.rulebook import law
from davy.schemes import versions
from davy.schemes.contract import words
from davy_core.instants import instant

__all__ = ["scheme_paper"]

LEVELS = {
    "special": "特级", "first": "一级", "second": "二级", "third": "三级", "fourth": "四级", "none": "",
}  # fmt: skip
HEIGHTS = {"first": "Ⅰ级", "second": "Ⅱ级", "third": "Ⅲ级", "fourth": "Ⅳ级"}


def scheme_paper(
    reader: Sheet, scheme_id: UUID, n: int, *, origin: str, now: datetime
) -> tuple[str, bytes] | None:
    """File name and PDF, or None when there is no such version. Inside a tenant block. Raises sheet's errors.

    The QR code leads to the version on the phone, which says whether it stands and shows the same code."""
    found = versions.version(reader.company_id, scheme_id, n)
    if found is None:
        return None
    zone = ZoneInfo(reader.timezone)
    names = HEIGHTS if found["type"] == "height" else LEVELS
    data = {
        "company": reader.company,
        "number": found["number"],
        "title": found["title"],
        "work": f"{law.template(found['type'])['title']['zh']}{names.get(found['level'], '')}",
        "place": " · ".join(p["name"] for p in (found["area"], found["point"]) if p and p["name"]),
        "version": n,
        "stands": found["stands"],
        "author": found["author"]["name"],
        "submitted": _mark(found["submitted"], zone),
        "approved": _mark(found["approved"], zone),
        "returned": _mark(found["returned"], zone),
        "lasts_to": _local(found["lasts_to"], zone),
        "code": found["code"],
        "sections": [
            _section(row, reader.company_id) for row in found["sections"] if row["change"] != "gone"
        ],
        "printed_at": now.astimezone(zone).strftime("%Y-%m-%d %H:%M"),
        "qr": sheet.qr(f"{origin}/m/schemes/{found['id']}?version={n}"),
    }
    return f"{found['number']}-{n}.pdf", sheet.compiled("scheme.typ", data, now)


def _section(row: Mapping[str, Any], company_id: UUID) -> dict[str, Any]:
    drawings = [drawing(company_id, sha256) for sha256 in row["attachments"]]
    return {
        "title": words()["sections"][row["kind"]]["zh"],
        "text": "内容已按规定抹去。" if row["text"] is None else row["text"],
        "drawings": [one for one in drawings if one is not None],
    }


def _mark(mark: Mapping[str, Any] | None, zone: ZoneInfo) -> str | None:
    return None if mark is None else f"{mark['by']['name'] or '-'} {_local(mark['at'], zone)}"


def _local(at: str | None, zone: ZoneInfo) -> str | None:
    return None if at is None else instant(at).astimezone(zone).strftime("%Y-%m-%d %H:%M")
