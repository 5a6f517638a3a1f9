"""Who has a duty on a permit: the other direction of `davy_core.permits.duties`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from davy_core.permits.duties import AREA_HEAD
from davy_core.permits.entitled import FILLS, awaited
from davy_core.permits.reviewing import REVIEWER, review_due
from davy_core.permits.state import Permit

Holders = Callable[[str], tuple[str, ...]]
"""Who may act for a post now: holder and deputy, or those of the superior post when both are vacant."""

NAMED = frozenset({"applicant", "responsible", "guardian", "briefer"})
SEVERAL = frozenset({"worker", "analyst", "confirmer"})
POSTED = {"shift_leader": "shift_leader", "control": "control_room"}
DUTIES = (
    NAMED
    | SEVERAL
    | POSTED.keys()
    | {"approver", "superior", "issuer", "acceptor", "incoming", "copied", "reviewer", "coordinator"}
)
"""The duties whose holders can be told; a bystander and the public are nobody in particular."""


def holding(permit: Permit, duty: str, holders: Holders) -> tuple[str, ...]:
    """The person ids with this duty, each once, in a fixed order. Raises ValueError for an unknown duty."""
    return tuple(dict.fromkeys(_holding(permit, duty, holders)))


def _holding(permit: Permit, duty: str, holders: Holders) -> Iterable[str]:
    if duty in NAMED:
        person = getattr(permit.crew, duty)
        return (person,) if person else ()
    if duty in SEVERAL:
        found: tuple[str, ...] = getattr(permit.crew, f"{duty}s")
        return found
    if duty in POSTED:
        return holders(POSTED[duty])
    if duty == "incoming":
        return permit.offers.values()
    if duty == "coordinator":
        return (permit.coordinator,) if permit.coordinator else ()
    special = {"acceptor": _accepting, "copied": _copied, "reviewer": _reviewing, "approver": _deciding}
    if duty in special:
        return special[duty](permit, holders)
    return chain.from_iterable(holders(post) for post in _posts(permit, duty))


def _posts(permit: Permit, duty: str) -> Iterable[str]:
    if duty == "issuer":
        return (*(post for stage in permit.stages for post in stage.posts), AREA_HEAD)
    if duty not in DUTIES:
        raise ValueError(f"nobody holds the duty {duty}")
    stage = permit.stage() if permit.state == "submitted" else None
    if stage is None:
        return ()
    return (stage.superior,) if stage.superior else ()


def _accepting(_: Permit, holders: Holders) -> Iterable[str]:
    return holders("acceptor") or holders(AREA_HEAD)


def _copied(permit: Permit, holders: Holders) -> Iterable[str]:
    return chain(permit.copies.persons, *(holders(post) for post in permit.copies.posts))


def _reviewing(permit: Permit, holders: Holders) -> Iterable[str]:
    if review_due(permit) is None:
        return ()
    closed = permit.own_work() | permit.approvers()
    above = chain.from_iterable(holders(post) for post in FILLS)
    own = [person for person in holders(REVIEWER) if person not in closed]
    return own or [person for person in above if person not in closed]


def _deciding(permit: Permit, holders: Holders) -> Iterable[str]:
    """Whose signature the current stage waits for; whom a decision was handed to, instead of the post's
    own."""
    stage = permit.stage() if permit.state == "submitted" else None
    for post in awaited(permit, stage) if stage else ():
        handed = [h.to for h in permit.handed if stage and (h.stage, h.post) == (stage.id, post)]
        yield from handed or holders(post)
