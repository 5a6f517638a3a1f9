"""Reads outages, blocks and sheets. Inside the tenant block of the company."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.db import rows
from davy.evidence import queries as evidence
from davy_core.outages.state import Block, Outage
from davy_core.permits.plain import from_plain

__all__ = [
    "areas", "areas_of", "block", "block_of", "blocks", "next_block", "next_outage", "outage", "outages",
    "outages_of", "places", "ranges", "versions", "words_of",
]  # fmt: skip

LOCAL = ZoneInfo("Asia/Shanghai")
MOST = 300


def outage(company_id: UUID, outage_id: UUID) -> Outage | None:
    """The outage as its events fold, or None."""
    row = rows.one(
        "SELECT doc::text AS doc FROM outages_outage WHERE company_id = %s AND id = %s",
        (company_id, outage_id),
    )
    return None if row is None else from_plain(Outage, json.loads(row["doc"]))


def outages_of(company_id: UUID, site_id: Any) -> list[Outage]:
    """The outages of a site, the last that began first."""
    found = rows.many(
        "SELECT doc::text AS doc FROM outages_outage WHERE company_id = %s AND site_id = %s"
        " ORDER BY starts_at DESC, id LIMIT %s",
        (company_id, site_id, MOST),
    )
    return [from_plain(Outage, json.loads(row["doc"])) for row in found]


def outages(company_id: UUID) -> list[Outage]:
    """The outages of the company, the last that began first."""
    found = rows.many(
        "SELECT doc::text AS doc FROM outages_outage WHERE company_id = %s"
        " ORDER BY starts_at DESC, id LIMIT %s",
        (company_id, MOST),
    )
    return [from_plain(Outage, json.loads(row["doc"])) for row in found]


def block(company_id: UUID, block_id: UUID) -> Block | None:
    """The block as its events fold, or None."""
    row = rows.one(
        "SELECT doc::text AS doc FROM outages_block WHERE company_id = %s AND id = %s", (company_id, block_id)
    )
    return None if row is None else from_plain(Block, json.loads(row["doc"]))


def block_of(company_id: UUID, serial: str) -> Block | None:
    """The block that a serial is of, or None when no such sheet was ever printed."""
    row = rows.one(
        "SELECT b.doc::text AS doc FROM outages_sheet s"
        " JOIN outages_block b ON b.company_id = s.company_id AND b.id = s.block_id"
        " WHERE s.company_id = %s AND s.serial = %s",
        (company_id, serial),
    )
    return None if row is None else from_plain(Block, json.loads(row["doc"]))


def blocks(company_id: UUID) -> list[Block]:
    """The blocks of the company, the newest first."""
    found = rows.many(
        "SELECT doc::text AS doc FROM outages_block WHERE company_id = %s"
        " ORDER BY printed_at DESC, id LIMIT %s",
        (company_id, MOST),
    )
    return [from_plain(Block, json.loads(row["doc"])) for row in found]


def ranges(company_id: UUID) -> list[dict[str, Any]]:
    """The blocks in which a sheet is not accounted for or live, the newest first: id, number, template, site,
    first and last sheet."""
    return rows.many(
        "SELECT b.id, b.number, b.template, b.site_id AS site, b.last_serial AS last,"
        " b.last_serial - jsonb_array_length(b.doc->'sheets') + 1 AS first FROM outages_block b"
        " WHERE b.company_id = %s AND (b.open_sheets > 0 OR EXISTS (SELECT 1 FROM outages_sheet s"
        "  WHERE s.company_id = b.company_id AND s.block_id = b.id AND s.state = 'live'))"
        " ORDER BY b.printed_at DESC, b.id LIMIT %s",
        (company_id, MOST),
    )


def versions(company_id: UUID) -> Mapping[str, int]:
    """Id → version of every outage and block that is shown: what a command may be decided on."""
    found = rows.many(
        "SELECT id::text, version FROM outages_outage WHERE company_id = %s"
        " UNION ALL SELECT id::text, version FROM outages_block WHERE company_id = %s",
        (company_id, company_id),
    )
    return {row["id"]: row["version"] for row in found}


def areas_of(company_id: UUID, site_id: Any, areas: Sequence[str]) -> list[UUID]:
    """Those of these areas that the site has; without any, all of them."""
    found = rows.many(
        "SELECT id FROM sites_area WHERE company_id = %s AND site_id = %s::uuid"
        " AND (%s OR id = ANY(%s::uuid[])) ORDER BY id",
        (company_id, str(site_id), not areas, list(areas)),
    )
    return [row["id"] for row in found]


def next_outage(company_id: UUID, now: datetime) -> str:
    """The next number of the local day, e.g. TJ-20261121-0001. One at a time until the transaction ends."""
    prefix = f"TJ-{now.astimezone(LOCAL).strftime('%Y%m%d')}-"
    row = rows.one(
        "SELECT count(*) AS n FROM outages_outage WHERE company_id = %s AND starts_with(number, %s)",
        (company_id, prefix),
    )
    return f"{prefix}{(row['n'] if row else 0) + 1:04d}"


def next_block(company_id: UUID) -> tuple[str, int]:
    """The number of the next block, e.g. PB-0007, and its first sheet. Callers hold the lock of the gate."""
    row = rows.one(
        "SELECT count(*) AS n, coalesce(max(last_serial), 0) AS last FROM outages_block"
        " WHERE company_id = %s",
        (company_id,),
    )
    count, last = (row["n"], row["last"]) if row else (0, 0)
    return f"PB-{count + 1:04d}", last + 1


def words_of(company_id: UUID, kind: str, stream_id: UUID) -> Mapping[str, str]:
    """What somebody wrote with an event, as far as it was not erased: serial (or `""`) and type → words."""
    stored = evidence.events(company_id, kind, stream_id)
    private = evidence.private(company_id, [event.id for event in stored])
    found: dict[str, str] = {}
    for event in stored:
        for label in ("text", "reason"):
            if (event.id, label) in private:
                key = f"{event.data.get('serial', '')}/{event.type}"
                found[key] = private[(event.id, label)].decode()
    return found


def places(company_id: UUID) -> Mapping[str, str]:
    """Id → name of every site and area, and of the points where a sheet was found."""
    found = rows.many(
        "SELECT id::text, name FROM sites_site WHERE company_id = %(c)s"
        " UNION ALL SELECT id::text, name FROM sites_area WHERE company_id = %(c)s"
        " UNION ALL SELECT id::text, name FROM sites_work_point WHERE company_id = %(c)s"
        "   AND id IN (SELECT point_id FROM outages_sheet WHERE company_id = %(c)s)",
        {"c": company_id},
    )
    return {row["id"]: row["name"] for row in found}


def areas(company_id: UUID) -> list[tuple[str, str]]:
    """The areas of the company, each with its site."""
    found = rows.many(
        "SELECT id::text, site_id::text AS site FROM sites_area WHERE company_id = %s ORDER BY id",
        (company_id,),
    )
    return [(row["id"], row["site"]) for row in found]
