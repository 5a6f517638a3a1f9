"""Rulebooks ready for judging: the newest of a company for drafts, and the pinned one of a running permit."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any
from uuid import UUID

from davy import clock
from davy.db import rows
from davy.rulebook import law
from davy.rulebook.jsa import queries as jsa
from davy_core.evidence import canonical
from davy_core.gas.tables import load_limits
from davy_core.permits.levels import UNGRADED
from davy_core.permits.lifecycle import Lifecycle
from davy_core.permits.rulebook import FLOOR, Rulebook
from davy_core.risk.book import load_book
from davy_core.rules.overlay import apply as apply_overlay
from davy_core.rules.overlay import load_overlay
from davy_core.rules.pack import combine
from davy_core.rules.pack import load as load_pack
from davy_core.rules.requirement import Requirement

__all__ = ["UnknownBasisError", "current", "is_known", "lifecycle", "pin", "pinned"]


class UnknownBasisError(LookupError):
    """A permit names a basis that is not stored: the evidence is damaged and nothing may be decided."""


def current(company_id: UUID, template: str) -> Rulebook:
    """The newest rules of the company for the work of a template. Raises FileNotFoundError when there is
    none of that name."""
    return _book(_content(template, _overlays(company_id), jsa.own(company_id)))


def pinned(company_id: UUID, basis: str) -> Rulebook:
    """The rules a permit stands on. Raises UnknownBasisError."""
    return _pinned(company_id, basis)


def pin(company_id: UUID, book: Rulebook) -> None:
    """Keep the basis for ever; a second time is no change. Raises UnknownBasisError when it is not the
    newest."""
    content = _content(str(book.template["id"]), _overlays(company_id), jsa.own(company_id))
    if hashlib.sha256(content).hexdigest() != book.basis:
        raise UnknownBasisError(book.basis)
    rows.run(
        "INSERT INTO rulebook_basis (company_id, sha256, type, content, pinned_at)"
        " VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
        (company_id, book.basis, book.type, content, clock.now()),
    )


def is_known(company_id: UUID, basis: str) -> bool:
    """Whether a permit of the company ever stood on this basis, or one submitted now would."""
    kept = rows.one(
        "SELECT 1 AS kept FROM rulebook_basis WHERE company_id = %s AND sha256 = %s", (company_id, basis)
    )
    return kept is not None or any(current(company_id, work).basis == basis for work in law.templates())


def _overlays(company_id: UUID) -> tuple[str, ...]:
    found = rows.many(
        "SELECT DISTINCT ON (pack) body::text AS body FROM rulebook_overlay WHERE company_id = %s"
        " ORDER BY pack, id DESC",
        (company_id,),
    )
    return tuple(row["body"] for row in found)


@lru_cache(maxsize=64)
def _content(template: str, overlays: tuple[str, ...], own: str) -> bytes:
    """Everything a basis is made of, as canonical bytes: packs, overlays, template, routes, limits,
    risk."""
    return canonical.encode(
        {
            "type": law.template(template)["type"],
            "packs": law.packs(template),
            "overlays": [json.loads(body) for body in overlays],
            "template": law.template(template),
            "routes": law.routes(),
            "limits": law.limits(),
            "risk": _risk(template, own),
        }
    )


def _risk(template: str, own: str) -> dict[str, Any]:
    """What the hazards are graded by: the law's part, and the company's own for this work."""
    told, work = json.loads(own), law.template(template)["type"]
    rows = [jsa.told(row) for row in told["rows"] if not row["types"] or work in row["types"]]
    return law.risk(template, jsa.scale_of(told["scale"], told["starts"]), rows)


@lru_cache(maxsize=1)
def lifecycle() -> Lifecycle:
    """The one lifecycle; it is code's contract and never a company's."""
    return Lifecycle.load(law.commands(), law.states())


@lru_cache(maxsize=256)
def _pinned(company_id: UUID, basis: str) -> Rulebook:
    row = rows.one(
        "SELECT content FROM rulebook_basis WHERE company_id = %s AND sha256 = %s", (company_id, basis)
    )
    if row is None:
        raise UnknownBasisError(basis)
    return _book(bytes(row["content"]))


@lru_cache(maxsize=64)
def _book(content: bytes) -> Rulebook:
    data: Mapping[str, Any] = canonical.decode(content)
    overlays = [load_overlay(o) for o in data["overlays"]]
    packs = [load_pack(p) for p in data["packs"]]
    for overlay in overlays:
        packs = [apply_overlay(p, overlay) if p.id == overlay.pack else p for p in packs]
    levels = next((p.levels for p in packs if p.levels is not None), UNGRADED)
    return Rulebook(
        type=data["type"],
        basis=hashlib.sha256(content).hexdigest(),
        requirements=combine(packs),
        levels=levels,
        template=MappingProxyType(data["template"]),
        routes=tuple(data["routes"]),
        limits=load_limits(data["limits"]),
        lifecycle=lifecycle(),
        causes=MappingProxyType(law.causes()),
        # A basis of before the grading knows nothing of it, and its permits keep it so.
        risk=load_book(data["risk"], data["template"]) if "risk" in data else None,
        signatures=tuple(row for pack in packs for row in pack.signatures),
        floor=_floor(str(data["template"]["id"])),
    )


@lru_cache(maxsize=64)
def _floor(template: str) -> tuple[Requirement, ...]:
    """What the law of today asks of every permit, also of one that stands on older rules. A template that it
    lacks by now is held to that of the first, for the floor is the same for every work."""
    known = law.templates()
    packs = [load_pack(p) for p in law.packs(template if template in known else known[0])]
    return tuple(r for r in combine(packs) if r.id in FLOOR)
