"""A permit or an area changed: the gates that lead there judge anew, in the same transaction where they
can."""

from __future__ import annotations

from collections.abc import Sequence

from davy.door.envelope import Envelope
from davy.door.fanning import following
from davy.door.streams import Listener, Saving
from davy.gate import queries
from davy.gate.contract import book
from davy_core.gate.seen import duties_on
from davy_core.permits.state import Permit

__all__ = ["AREAS", "PERMITS"]

OWED = "gate.judge"


def _told(permit: Permit | None) -> object:
    """What of a permit a gate looks at; None where it lets nobody in."""
    if permit is None or permit.state not in book().states:
        return None
    causes = sorted(cause.kind for cause in permit.causes)
    return permit.state, causes, permit.place, permit.window, duties_on(permit)


def _permit_concerns(saving: Saving) -> bool:
    return _told(saving.before) != _told(saving.after)


def _of_permit(saving: Saving) -> Sequence[Envelope]:
    company = saving.envelope.company
    places = {(one.place.site, one.place.area) for one in (saving.before, saving.after) if one is not None}
    gates = {gate for site, area in places for gate in queries.leading_to(company, site, area)}
    return [following(saving, f"gate/{gate}", "judge_passes", {}) for gate in sorted(gates)]


def _of_area(saving: Saving) -> Sequence[Envelope]:
    gates = queries.at_place(saving.envelope.company, saving.envelope.stream_id)
    return [following(saving, f"gate/{gate}", "judge_passes", {}) for gate in gates]


PERMITS = Listener(_permit_concerns, _of_permit, OWED)
AREAS = Listener(lambda saving: saving.before != saving.after, _of_area, OWED)
