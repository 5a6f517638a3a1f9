"""Outages, blocks and sheets as they are shown: names for ids, what is missing, what the reader may do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from davy.outages import queries
from davy.outages.contract import book
from davy.outages.facts import held_in, posts_at, posts_held
from davy.outages.sheets import Namer, sheet_line
from davy.people import queries as people
from davy.rulebook import law
from davy_core.instants import iso
from davy_core.outages.duties import on_block, on_outage
from davy_core.outages.facts import OutageFacts
from davy_core.outages.gaps import gaps
from davy_core.outages.state import Block, Outage, Sheet
from davy_core.streams import Mark

__all__ = ["Desk"]


class Desk:
    """One look at the paper of a company for one reader. Inside a tenant block."""

    def __init__(self, company_id: UUID, person_id: UUID | None, now: datetime) -> None:
        """Read everything once."""
        self.company = company_id
        self.person = str(person_id) if person_id else None
        self.now = now
        self.outages = queries.outages(company_id)
        self.blocks = queries.blocks(company_id)
        self._versions = queries.versions(company_id)
        self._held: dict[tuple[str, tuple[str, ...]], OutageFacts] = {}
        self._in: dict[UUID, frozenset[str]] = {}

    @cached_property
    def names(self) -> Namer:
        """Names of everybody and every place that is shown."""
        return Namer(
            people.names(
                self.company, {p for b in self.blocks for p in _people(b)} | _declarers(self.outages)
            ),
            queries.places(self.company),
        )

    def whole(self) -> dict[str, Any]:
        """The room 停机与纸质票."""
        near = [self._facts(site, (area,)) for area, site in queries.areas(self.company)]
        may = ["declare_outage"] if any("declarer" in on_outage(f) for f in near) else []
        may += ["print_block"] if any("printer" in on_block(None, f) for f in near) else []
        return {
            "outages": [self.outage(o) for o in self.outages],
            "blocks": [self.block(b) for b in self.blocks],
            "may": may,
            "server_time": iso(self.now),
        }

    def outage(self, outage: Outage) -> dict[str, Any]:
        """One outage with its account."""
        facts = self._facts(outage.site, outage.areas)
        duties, words = on_outage(facts), queries.words_of(self.company, "outage", UUID(outage.id))
        by = {b.id: b for b in self.blocks}
        missing = [g for b in self.blocks for g in gaps(b, outage)]
        return {
            **self._where(outage.site, outage.areas),
            "id": outage.id,
            "number": outage.number,
            "version": self._versions[outage.id],
            "state": outage.state,
            "reason": outage.reason,
            "text": words.get("/OutageDeclared"),
            "starts_at": iso(outage.starts_at),
            "until": iso(outage.until),
            "ended_at": iso(outage.ended_at) if outage.ended_at else None,
            "declared": self._mark(outage.declared),
            "ended": self._mark(outage.ended),
            "late": outage.late,
            "happened": outage.happened,
            "due_at": iso(outage.ended.at + book().account) if outage.ended and missing else None,
            "gaps": [
                {
                    "serial": g.serial,
                    "block": g.block,
                    "number": by[g.block].number,
                    "holder": self.names.person(g.holder),
                }
                for g in missing
            ],
            "commands": [
                k for k, r in book().outages.items() if outage.state in r.sources and r.duties & duties
            ],
        }

    def block(self, block: Block) -> dict[str, Any]:
        """One block with its sheets."""
        facts = replace(self._facts(block.site, block.areas), posts_at=posts_at(block, self._here))
        duties, rules = on_block(block, facts), book().blocks
        words = queries.words_of(self.company, "block", UUID(block.id))
        missing = self._gaps(block)
        return {
            **self._where(block.site, block.areas),
            "id": block.id,
            "number": block.number,
            "version": self._versions[block.id],
            "state": block.state,
            "template": block.template,
            "type": block.type,
            "title": law.template(block.template)["title"],
            "packs": list(block.packs),
            "printed": self._mark(block.printed),
            "holder": self.names.person(block.holder),
            "offered": self.names.person(block.offered),
            "gaps": len(missing),
            "live": sum(s.state == "live" for s in block.sheets),
            "sheets": [
                sheet_line(
                    s,
                    self.names,
                    words,
                    gap=s.serial in missing,
                    commands=_open_to(s, on_block(block, facts, s)),
                )
                for s in block.sheets
            ],
            "commands": [
                k for k, r in rules.items() if not r.sheet and block.state in r.sources and r.duties & duties
            ],
        }

    def _gaps(self, block: Block) -> set[str]:
        return {g.serial for o in self.outages for g in gaps(block, o)}

    def _where(self, site: str, areas: Iterable[str]) -> dict[str, Any]:
        return {"site": self.names.place(site), "areas": [self.names.place(a) for a in areas]}

    def _mark(self, mark: Mark | None) -> dict[str, Any] | None:
        return self.names.mark(mark)

    def _here(self, area: UUID) -> frozenset[str]:
        if area not in self._in:
            self._in[area] = held_in(self.company, area, self.person)
        return self._in[area]

    def _facts(self, site: str, areas: tuple[str, ...]) -> OutageFacts:
        """What the reader is there, looked up once a place."""
        if (site, areas) not in self._held:
            found = queries.areas_of(self.company, site, areas)
            every, some = posts_held([self._here(area) for area in found])
            self._held[site, areas] = OutageFacts(
                self.now, self.now, book(), "person", self.person, posts=every, posts_any=some
            )
        return self._held[site, areas]


def _open_to(sheet: Sheet, duties: frozenset[str]) -> list[str]:
    rules = book().blocks
    return [k for k, r in rules.items() if r.sheet and sheet.state in r.sources and r.duties & duties]


def _declarers(outages: Iterable[Outage]) -> set[str]:
    return {m.by for o in outages for m in (o.declared, o.ended) if m}


def _people(block: Block) -> set[str]:
    marks: list[Mark | None] = [block.printed]
    found = {block.holder, block.offered}
    for sheet in block.sheets:
        used = sheet.used
        marks.append(sheet.told)
        if used is not None:
            marks += [used.registered, used.reviewed, used.closed]
            if used.filled is not None:
                marks.append(used.filled.by)
                found |= {used.filled.responsible, used.filled.guardian, *used.filled.workers}
    return {p for p in (*found, *(m.by for m in marks if m)) if p}
