"""The list of an isolation: its drawing with numbered points, the points, the locks, and who relies on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.attachments import files
from davy.attachments.models import Attachment
from davy.isolations import shown
from davy.isolations.contract import words
from davy.printing import sheet
from davy_core.instants import instant

__all__ = ["Sheet", "drawing", "isolation_list"]


@dataclass(frozen=True)
class Sheet:
    """For whom it is printed."""

    company_id: UUID
    company: str
    timezone: str


def isolation_list(
    reader: Sheet, isolation_id: UUID, *, origin: str, now: datetime
) -> tuple[str, bytes] | None:
    """File name and PDF, or None when there is no such isolation. Inside a tenant block. Raises sheet's
    errors."""
    found = shown.detail(reader.company_id, isolation_id, None, now)
    if found is None:
        return None
    zone = ZoneInfo(reader.timezone)
    data = {
        "company": reader.company,
        "number": found["number"],
        "title": found["title"],
        "place": " · ".join(p["name"] for p in (found["area"], found["point"]) if p and p["name"]),
        "state": words()["states"][found["state"]]["zh"],
        "planned": _mark(found["planned"], zone),
        "drawing": drawing(reader.company_id, found["drawing"]),
        "points": [_point(n, row, zone) for n, row in enumerate(found["rows"], 1)],
        "locks": [_lock(row) for row in found["hung"]],
        "permits": [_permit(row) for row in found["reliances"]],
        "printed_at": now.astimezone(zone).strftime("%Y-%m-%d %H:%M"),
        "qr": sheet.qr(f"{origin}/m/isolations/{found['id']}"),
    }
    return f"{found['number']}.pdf", sheet.compiled("isolation.typ", data, now)


def _mark(mark: Mapping[str, Any] | None, zone: ZoneInfo) -> str | None:
    if mark is None:
        return None
    return f"{mark['by']['name'] or '-'} {instant(mark['at']).astimezone(zone).strftime('%m-%d %H:%M')}"


def _point(n: int, row: Mapping[str, Any], zone: ZoneInfo) -> dict[str, Any]:
    return {
        "n": n,
        "kind": words()["kinds"][row["kind"]]["zh"],
        "name": row["name"],
        "number": row["number"],
        "line": row["line"],
        "tag": row["tag"],
        "locks": "、".join(row["locks"]),
        "state": words()["points"][row["state"]]["zh"],
        "applied": _mark(row["applied"], zone),
        "verified": _mark(row["verified"], zone),
        "restored": _mark(row["restored"], zone),
        "x": row["x"],
        "y": row["y"],
    }


def _lock(row: Mapping[str, Any]) -> str:
    kind = words()["locks"][row["kind"]]["zh"]
    return f"{row['number']} {kind} {row['owner']['name'] or '-'}"


def _permit(row: Mapping[str, Any]) -> str:
    number = row["permit"]["number"] or "未编号"
    return f"{number}（{'已解除' if row['released'] else '关联中'}）"


def drawing(company_id: UUID, sha256: str | None) -> dict[str, Any] | None:
    """The drawing as the sheet takes it: an SVG as text, a picture's shown copy as bytes; None when it is
    gone."""
    kept = Attachment.objects.filter(company_id=company_id, sha256=sha256).first() if sha256 else None
    if kept is None or sha256 is None:
        return None
    try:
        if kept.media_type == "image/svg+xml":
            return {"svg": files.content(company_id, sha256).decode()}
        return {"jpg": list(files.content(company_id, sha256, shown=True))} if kept.width else None
    except FileNotFoundError:
        return None
