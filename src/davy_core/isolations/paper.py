"""Paper of a declared outage beside an isolation: no sheet says behind which blind and lock its people work,
so nothing of their area gets its energy back before every sheet is told of (S18, S24)."""

from __future__ import annotations

from davy_core.isolations.facts import IsolationFacts
from davy_core.isolations.state import Isolation
from davy_core.outcome import Reason


def behind_paper(isolation: Isolation, facts: IsolationFacts) -> list[Reason]:
    """Why somebody with a sheet may be behind this isolation. What was not looked up is no answer."""
    seen = facts.paper
    if seen is None:
        return [Reason("isolation_paper_unknown")]
    reasons = []
    if seen.open:
        reasons.append(Reason("isolation_outage_open", {"outages": list(seen.open)}))
    live = [job.id for job in seen.live if job.spot.area in {"", isolation.place.area}]
    if live:
        reasons.append(Reason("isolation_sheets_live", {"serials": live}))
    if seen.gaps:
        reasons.append(Reason("isolation_sheets_untold", {"serials": list(seen.gaps)}))
    return reasons
