"""The company's own demands on signatures, kept in its overlays: rows are added to the packs' and never take
one away, so they only tighten (A8). Rows that were not made here stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from davy.accounts import audit
from davy.db import tenant
from davy.problems.response import Problem
from davy.rulebook import law, overlays
from davy_core.signatures import demand
from davy_core.signatures.demand import Demand
from davy_core.signatures.ways import LEAST

__all__ = ["STEPS", "packs", "read", "write"]

STEPS: tuple[tuple[str, bool], ...] = (
    ("sign_stage", True),
    ("sign_stage", False),
    ("sign_crossing", False),
    ("verify_ticket", False),
    ("sign_shift", False),
    ("accept", False),
    ("confirm_clear", False),
)
"""The commands that carry a signature; True: only the one of the last stage, which issues the permit."""
EVERY = "gb30871-2022/every"
_OURS = "desk."
_CLAUSE = "本厂规定"


def packs() -> dict[str, dict[str, str]]:
    """The packs that may be asked more of, with what they are about: every work, and each of the eight."""
    found = {EVERY: {"zh": "所有作业", "en": "Every work"}}
    for name in law.templates():
        template = law.template(name)
        pack = f"gb30871-2022/{template['type']}"
        if template["id"] == template["type"] and any(p["id"] == pack for p in law.packs(name)):
            found[pack] = dict(template["title"])
    return found


def read(company_id: UUID) -> list[dict[str, Any]]:
    """Each pack with its steps: what it asks, what the company asks here (`least`), and what rows of the
    company ask that were not made here (`beyond`). Inside a tenant block."""
    return [_told(company_id, pack, title) for pack, title in packs().items()]


def write(
    company_id: UUID, account_id: UUID, pack: str, base: UUID | None, wanted: Iterable[tuple[str, bool, int]]
) -> None:
    """Ask for these levels from now on, level 1 for no more than the pack does. Opens its own tenant block.

    Raises Problem for a pack that is not there, a step named twice or none, and when somebody else
    changed it since `base` was read.
    """
    wanted = list(wanted)
    steps = [(at, last) for at, last, _ in wanted]
    if pack not in packs():
        raise Problem("not_found")
    if len(set(steps)) != len(steps) or not set(steps) <= set(STEPS):
        raise Problem("signature_steps_unclear")
    with tenant.company(company_id):
        before = overlays.alone(company_id, pack)
        if (before.id if before else None) != base:
            raise Problem("signature_levels_stale")
        body = _body(overlays.begun(before, pack), wanted)
        made = overlays.keep(company_id, account_id, body)
        audit.write(
            company_id=company_id,
            account_id=account_id,
            resource="signature_levels",
            resource_id=made.id,
            before={"pack": pack, "signatures": before.body.get("signatures", []) if before else []},
            after={"pack": pack, "signatures": body["signatures"]},
        )


def _body(body: dict[str, Any], wanted: Iterable[tuple[str, bool, int]]) -> dict[str, Any]:
    kept = [row for row in body.get("signatures", []) if not str(row["id"]).startswith(_OURS)]
    asked = [_row(body["pack"], at, last, least) for at, last, least in wanted if least > LEAST]
    return {**body, "signatures": [*kept, *asked]}


def _row(pack: str, at: str, last: bool, least: int) -> dict[str, Any]:
    name = f"{_OURS}{pack.rsplit('/', 1)[1]}.{at}{'.last' if last else ''}"
    row = {"id": name, "clause": _CLAUSE, "at": [at], "least": least}
    return {**row, "last": True} if last else row


def _told(company_id: UUID, pack: str, title: Mapping[str, str]) -> dict[str, Any]:
    newest = overlays.newest(company_id, pack)
    known = newest.body.get("signatures", []) if newest else []
    ours = [row for row in known if str(row["id"]).startswith(_OURS)]
    others = [row for row in known if row not in ours]
    return {
        "pack": pack,
        "title": title,
        "base": newest.id if newest else None,
        "steps": [
            {
                "at": at,
                "last": last,
                "shipped": _least(_shipped(pack), at, last=last),
                "least": _least(ours, at, last=last),
                "beyond": _least(others, at, last=last),
            }
            for at, last in STEPS
        ],
    }


def _shipped(pack: str) -> list[Mapping[str, Any]]:
    return next(
        (
            list(found.get("signatures", ()))
            for name in law.templates()
            for found in law.packs(name)
            if found["id"] == pack
        ),
        [],
    )


def _least(source: Iterable[Mapping[str, Any]], at: str, *, last: bool) -> int:
    """The strictest row that names exactly this step."""
    faults: list[str] = []
    read: list[Demand] = [demand.load(row, "signatures", faults) for row in source]
    return max((row.least for row in read if at in row.at and row.last is last), default=LEAST)
