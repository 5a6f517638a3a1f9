"""One job, several special works: which other permits it needs, and which are its own (4.6, S12, S23)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from davy_core.conflicts.companions import confined_beside
from davy_core.outcome import Event, Outcome, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts, Neighbour
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit

OVER = frozenset({"closed", "voided", "withdrawn"})
DONE_COUNTS = frozenset({"blind"})
"""Work that is done once and for all before the other begins: its permit counts for the job after it was
closed too. Hot work beside a blind may only follow it (7.6)."""


def also_needed(permit: Permit, template: Mapping[str, Any]) -> frozenset[str]:
    """The work types whose permits this job needs beside its own: those the applicant named, and those that
    follow from his other answers (hot work inside a vessel is a confined space too, 3.6). A question left
    open counts as yes."""
    named = permit.work.get("also_types", ())
    found = {str(kind) for kind in named} if isinstance(named, list | tuple) else set()
    for field in template["fields"]:
        if permit.work.get(field["id"]) is not False:
            found.update(field.get("implies", ()))
    if permit.type == "digging" and confined_beside(permit.work, in_unit=None):
        found.add("confined")
    return frozenset(found)


def same_job(permit: Permit, other: Neighbour, facts: Facts) -> bool:
    """Whether the permit at the same point is another special work of the same job, and so no overlap:
    linked, of a type that the job needs, and led by the same person. A link alone makes no two crews one."""
    return (
        other.id in permit.links
        and other.type in also_needed(permit, facts.rulebook.template)
        and other.responsible is not None
        and other.responsible == permit.crew.responsible
    )


def link(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Name the permit of another special work of the same job (4.6, AQ 3064.2 5.9.8). A job goes on when that
    permit has ended only with a new one, so it may be named as long as this one lives."""
    other = facts.named
    if other is None:
        return refuse("link_unknown", permit=command.body["permit"])
    if other.type not in also_needed(permit, facts.rulebook.template):
        return refuse("link_not_needed")
    if other.state in OVER:
        return refuse("link_over", permit=other.number or other.id)
    if other.id in permit.links:
        return accept()
    return accept(Event("PermitLinked", {**stamp(facts), "permit": other.id}))


HANDLERS = {"link": link}
