"""The order of a template's nodes: measures and records that are done one after another, e.g. stop, isolate,
lock, tag, try to start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from davy_core.outcome import Reason
from davy_core.permits.facts import Facts
from davy_core.permits.state import Permit


def too_early(permit: Permit, node: str, facts: Facts) -> Iterator[Reason]:
    """The reason why this measure or record cannot be done yet: the first node before it that is open. A
    node that its template does not order is never too early."""
    template = facts.rulebook.template
    nodes = tuple(template.get("nodes", ()))
    if node not in nodes:
        return
    for earlier in nodes[: nodes.index(node)]:
        if not _done(permit, earlier):
            name = _name(template, earlier)
            yield Reason("node_too_early", {"zh": name["zh"], "en": name["en"]})
            return


def _done(permit: Permit, node: str) -> bool:
    """A measure is done when it is answered, a record when its newest value is good. A measure that the work
    does not ask for is not on the permit and keeps nobody waiting."""
    measure = next((m for m in permit.measures if m.id == node), None)
    if measure is not None:
        return measure.applies is not None
    if any(duty.id == node for duty in permit.record_duties):
        newest = permit.newest(node)
        return newest is not None and newest.ok
    return True


def _name(template: Mapping[str, Any], node: str) -> Mapping[str, str]:
    rows = (*template["measures"], *template.get("records", ()))
    return next(row for row in rows if row["id"] == node)
