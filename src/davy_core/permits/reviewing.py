"""抢修: the review that an urgent repair owes afterwards. Haste shortens deadlines, never the list of
signatures (S20); whether it was called for is looked at by somebody who did not sign."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from davy_core.outcome import Event, Outcome, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.entitled import FILLS
from davy_core.permits.facts import Facts
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit

URGENT_WITHIN_S = 7200
"""The whole route of an urgent repair is to be decided within two hours (j)."""
REVIEW_WITHIN = timedelta(hours=24)
REVIEWER = "safety_dept"


def review_due(permit: Permit) -> datetime | None:
    """By when the review is owed; None when none is, or it was given."""
    if not permit.urgent or permit.issued_at is None or permit.review is not None:
        return None
    return permit.issued_at + REVIEW_WITHIN


def reviewers(permit: Permit, facts: Facts) -> tuple[str, ...]:
    """Who may review: the safety department; when it signed itself, any of the posts above it and of those
    who see to the plant's posts. Nobody who works on the permit or signed it."""
    if review_due(permit) is None:
        return ()
    own, *above = facts.chain(REVIEWER)
    return _apart(permit, facts.acting(own)) or _apart(
        permit, (person for code in (*above, *FILLS) for person in facts.acting(code))
    )


def _apart(permit: Permit, people: Iterable[str]) -> tuple[str, ...]:
    """Those of them who neither work on the permit nor signed it, each once."""
    closed = permit.own_work() | permit.approvers()
    return tuple(dict.fromkeys(person for person in people if person not in closed))


def review_urgent(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The finding: was it a repair that could not wait, and was it done as the permit says?"""
    if review_due(permit) is None:
        return refuse("review_not_owed")
    data = {**stamp(facts), "finding": str(command.body["finding"])}
    return accept(Event("UrgentReviewed", data, {"note": str(command.body["note"])}))


HANDLERS = {"review_urgent": review_urgent}
