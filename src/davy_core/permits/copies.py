"""抄送: people and posts who are told when the permit is issued, and the mark that they have read it."""

from __future__ import annotations

from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit

MOST_COPIES = 30


def copy_to(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Add people or posts to be told. A copy gives nobody a duty in the work, and takes none away."""
    persons = [p for p in command.body.get("persons", ()) if p not in permit.copies.persons]
    posts = [p for p in command.body.get("posts", ()) if p not in permit.copies.posts]
    unknown = [Reason("person_unknown", {"person": p}) for p in persons if p not in facts.people]
    unknown += [Reason("post_unknown", {"post": p}) for p in posts if p not in facts.posts]
    if unknown:
        return Refused(tuple(unknown))
    if not persons and not posts:
        return refuse("copied_already")
    if len(permit.copies.persons) + len(permit.copies.posts) + len(persons) + len(posts) > MOST_COPIES:
        return refuse("copies_too_many", most=MOST_COPIES)
    return accept(Event("CopiesAdded", {**stamp(facts), "persons": persons, "posts": posts}))


def mark_read(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Somebody who got a copy has read the permit."""
    if facts.actor.person in permit.copies.read:
        return refuse("read_already")
    return accept(Event("CopyRead", stamp(facts)))


HANDLERS = {"copy_to": copy_to, "mark_read": mark_read}
