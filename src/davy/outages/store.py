"""Writes outages, blocks and sheets: rows as the events fold them, in the transaction of the events."""

from __future__ import annotations

import json
from typing import Any

from davy.attachments import store as attachments
from davy.db import rows
from davy.door.streams import Saving
from davy.rulebook import books
from davy_core.outages.state import OPEN_ACCOUNTS, Block, Outage, Sheet
from davy_core.permits.kept import kept

__all__ = ["save_block", "save_outage"]

_OUTAGE = """
INSERT INTO outages_outage (company_id, id, version, number, state, site_id, areas, starts_at, until,
  ended_at, doc)
VALUES (%s, %s, %s, %s, %s, %s, %s::uuid[], %s, %s, %s, %s)
ON CONFLICT (company_id, id) DO UPDATE SET version = excluded.version, state = excluded.state,
  until = excluded.until, ended_at = excluded.ended_at, doc = excluded.doc
"""
_BLOCK = """
INSERT INTO outages_block (company_id, id, version, number, template, site_id, areas, holder_id, offered_id,
  printed_at, last_serial, open_sheets, doc)
VALUES (%s, %s, %s, %s, %s, %s, %s::uuid[], %s, %s, %s, %s, %s, %s)
ON CONFLICT (company_id, id) DO UPDATE SET version = excluded.version, holder_id = excluded.holder_id,
  offered_id = excluded.offered_id, open_sheets = excluded.open_sheets, doc = excluded.doc
"""
_SHEET = """
INSERT INTO outages_sheet (company_id, serial, block_id, type, state, unused_at, site_id, area_id, point_id,
  registered_at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (company_id, serial) DO UPDATE SET state = excluded.state, unused_at = excluded.unused_at,
  site_id = excluded.site_id, area_id = excluded.area_id, point_id = excluded.point_id,
  registered_at = excluded.registered_at
"""


def save_outage(saving: Saving) -> None:
    """Write the outage after these events."""
    envelope, outage = saving.envelope, saving.after
    found: Outage = outage
    rows.run(
        _OUTAGE,
        (
            envelope.company,
            found.id,
            saving.version,
            found.number,
            found.state,
            found.site,
            list(found.areas),
            found.starts_at,
            found.until,
            found.ended_at,
            json.dumps(kept(found)),
        ),
    )


def save_block(saving: Saving) -> None:
    """Write the block after these events and those of its sheets that they changed; keep the rules it was
    printed by, and its pictures."""
    envelope, block = saving.envelope, saving.after
    found: Block = block
    before: Block | None = saving.before
    rows.run(_BLOCK, _block(saving, found))
    known = {s.serial: s for s in before.sheets} if before else {}
    for sheet in found.sheets:
        if known.get(sheet.serial) != sheet:
            rows.run(_SHEET, _sheet(saving, found, sheet))
    if before is None:
        books.pin(envelope.company, books.current(envelope.company, found.template))
    shown = [photo for event in saving.events for photo in _photos(event.data.get("photos"))]
    if shown:
        # A sheet is registered before its photo comes; of what asks for its photo first all are there.
        attachments.refer_when_there(
            envelope.company, shown, stream_kind="block", stream_id=envelope.stream_id
        )


def _photos(told: object) -> list[str]:
    return [str(one) for one in told] if isinstance(told, list) else []


def _block(saving: Saving, block: Block) -> tuple[Any, ...]:
    return (
        saving.envelope.company,
        block.id,
        saving.version,
        block.number,
        block.template,
        block.site,
        list(block.areas),
        block.holder,
        block.offered,
        block.printed.at,
        max(int(s.serial.split("-")[1]) for s in block.sheets),
        sum(1 for s in block.sheets if s.state in OPEN_ACCOUNTS),
        json.dumps(kept(block)),
    )


def _sheet(saving: Saving, block: Block, sheet: Sheet) -> tuple[Any, ...]:
    used = sheet.used
    place = used.place if used else None
    return (
        saving.envelope.company,
        sheet.serial,
        block.id,
        block.type,
        sheet.state,
        sheet.unused_at,
        place.site if place else None,
        place.area if place else None,
        place.point if place else None,
        used.registered.at if used else None,
    )
