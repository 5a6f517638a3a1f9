"""Paper of a declared outage beside an isolation: no sheet says behind which blind and lock its people work,
so nothing gets its energy back beside a sheet of the site that is live or that nobody told of, which may lie
behind a pipe of another area, nor in an area that has an outage (S18, S24)."""

from __future__ import annotations

from davy_core.isolations.facts import IsolationFacts
from davy_core.outcome import Reason


def behind_paper(facts: IsolationFacts) -> list[Reason]:
    """Why somebody with a sheet may be behind the isolation. What was not looked up is no answer."""
    seen = facts.paper
    if seen is None:
        return [Reason("isolation_paper_unknown")]
    reasons = []
    if seen.open:
        reasons.append(Reason("isolation_outage_open", {"outages": list(seen.open)}))
    if seen.live:
        reasons.append(Reason("isolation_sheets_live", {"serials": [job.id for job in seen.live]}))
    if seen.gaps:
        reasons.append(Reason("isolation_sheets_untold", {"serials": [gap.serial for gap in seen.gaps]}))
    return reasons
