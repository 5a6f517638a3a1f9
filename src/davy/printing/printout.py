"""One permit as a printed form: card, track and registers gathered, then set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.permits import timeline
from davy.permits.card import card
from davy.permits.facts import load
from davy.printing import sheet
from davy.printing.around import around
from davy.printing.form import content
from davy.rulebook import books
from davy_core.permits import sheets

__all__ = ["Reader", "printout"]


@dataclass(frozen=True)
class Reader:
    """For whom it is printed: the company with name and time zone, and whether certificate numbers show."""

    company_id: UUID
    company: str
    timezone: str
    open_numbers: bool


def printout(
    reader: Reader, permit_id: UUID, *, origin: str, now: datetime, n: int | None = None
) -> tuple[str, bytes] | None:
    """File name and PDF of a permit's form, or None when there is no such permit. Inside a tenant block.

    `n` is the number of the sheet it is printed as (None: a copy for reading, and marked so); its code
    carries it. `origin` is where the QR code leads, e.g. https://davy.example. Raises sheet's errors."""
    found = load(reader.company_id, permit_id)
    shown = card(reader.company_id, permit_id, None, now)
    if found is None or shown is None:
        return None
    permit = found[0]
    book = (
        books.pinned(reader.company_id, permit.basis)
        if permit.basis
        else books.current(reader.company_id, permit.template)
    )
    zone = ZoneInfo(reader.timezone)
    values = content(
        shown,
        timeline.of(reader.company_id, permit_id),
        book.template,
        around(reader.company_id, shown, open_to_reader=reader.open_numbers),
        company=reader.company,
        zone=zone,
    )
    printed = now.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    link = f"{origin}/c/{shown['qr']['token']}?s={n or 0}"
    marked = {**values, "sheet": n, "captured": len(permit.captured)}
    asked = sheets.sheet(permit, n) if n else None
    if asked is not None and asked.purpose == sheets.FILL:
        values = {
            **marked,
            "title": book.template["title"]["zh"],
            "qr": sheet.qr(link),
            "printed_at": printed,
        }
        return f"{permit.number or permit.id}-{n}.pdf", sheet.compiled("fill.typ", values, now)
    made = sheet.render(book.template["print"], marked, link=link, printed_at=printed, at=now)
    return f"{permit.number or permit.id}{f'-{n}' if n else ''}.pdf", made
