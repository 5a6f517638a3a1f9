"""Fold one event into the permit. `apply` never refuses: what stands in the chain has happened.

Every event's data carries `at` (the instant it was true) and, where a person did it, `by`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from davy_core.outcome import RECORDED_WHEN_REFUSED
from davy_core.permits import asking, calling, capturing, heeding, paper_checks, sheets, spoken
from davy_core.permits.apply_live import LIVE
from davy_core.permits.apply_people import PEOPLE
from davy_core.permits.apply_preparation import PREPARATION, drafted
from davy_core.permits.apply_records import RECORDS
from davy_core.permits.apply_route import ROUTE
from davy_core.permits.apply_ventilation import VENTILATION
from davy_core.permits.state import Permit

Data = Mapping[str, Any]
Step = Callable[[Permit, Data], Permit]
STEPS: Mapping[str, Step] = {
    **PREPARATION, **RECORDS, **LIVE, **PEOPLE, **ROUTE, **VENTILATION,
    **asking.STEPS, **calling.STEPS, **sheets.STEPS, **capturing.STEPS, **spoken.STEPS,
    **paper_checks.STEPS, **heeding.STEPS,
}  # fmt: skip


def apply(permit: Permit | None, event_type: str, data: Data) -> Permit:
    """The permit after this event. Raises KeyError for an unknown event type, ValueError without a draft."""
    if event_type == "PermitDrafted":
        return _with_photos(drafted(data), data)
    if permit is None:
        raise ValueError(f"{event_type} before the permit was drafted")
    if event_type in RECORDED_WHEN_REFUSED:
        return permit
    return _with_photos(asking.settled(STEPS[event_type](permit, data), event_type), data)


def _with_photos(permit: Permit, data: Data) -> Permit:
    """Remember every photo that proved something, so that none proves something else later."""
    single = (data.get("photo"), data.get("signed", {}).get("face"))
    photos = [*(photo for photo in single if photo), *data.get("photos", ())]
    if not photos:
        return permit
    return replace(permit, shown=tuple(dict.fromkeys((*permit.shown, *photos))))
