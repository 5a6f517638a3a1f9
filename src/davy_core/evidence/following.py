"""Which keys of a log a witness believes: those that people vouched for, and those that followed them.

A key is followed by a note that both keys signed (docs/reference/bundle.md, `log/succession`). Who signed is
checked by whoever hands the link in; here it is judged whether the link may be followed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from davy_core.evidence.checkpoint import Checkpoint

__all__ = ["MOST", "Link", "NotFollowed", "believed", "in_force", "judge"]

MOST = 64
"""Keys of one log that follow each other here (j): a rotation each year for a lifetime. Every one of them is
checked again for each checkpoint, so whoever stole a key must not be able to go on without end."""


@dataclass(frozen=True, slots=True)
class Link:
    """One key followed by the next, both in the spelling handed to people: what the old one signed last, and
    from where the new one goes on. Both signed it."""

    old: str
    new: str
    ended: Checkpoint
    begins: Checkpoint

    @property
    def restart(self) -> bool:
        """Whether a history ended here, and did not only change its key."""
        return self.ended.origin != self.begins.origin


@dataclass(frozen=True, slots=True)
class NotFollowed:
    """The new key is not believed. `status` is that of HTTP: 403 nobody vouched for the old key, 409 a
    history ended, so that people must vouch for the new key, 422 the note contradicts what is known here.
    `fork` means: the old key signed two things of which one is not true, and both can be shown."""

    status: int
    says: str
    fork: bool = False


def judge(
    link: Link, vouched: Collection[str], links: Collection[Link], known: Checkpoint | None
) -> NotFollowed | None:
    """Whether the new key is not to be believed, and why; None when it follows. `vouched` are the keys that
    people named, `links` those followed before, `known` what was co-signed last of the log."""
    if link in links:
        return None
    if link.old not in believed(vouched, links):
        return NotFollowed(403, "nobody here vouched for the key that signs over")
    if any(one.old == link.old for one in links):
        return NotFollowed(422, "this key was followed by another before", fork=True)
    if link.restart:
        return NotFollowed(409, "a history ended here: people must vouch for the key of the new one")
    if len(links) >= MOST:
        return NotFollowed(422, "too many keys followed each other: people must vouch for the newest")
    if link.ended != link.begins or link.new in believed(vouched, links):
        return NotFollowed(422, "a new key goes on where the old one stopped, and was none before")
    if known is not None and _contradicts(known, link.ended):
        return NotFollowed(422, f"the old key signed another log of {known.size} here", fork=True)
    return None


def believed(vouched: Collection[str], links: Collection[Link]) -> set[str]:
    """The keys that people vouched for and all that followed them."""
    found = set(vouched)
    more = found
    while more:
        more = {one.new for one in links if one.old in found} - found
        found |= more
    return found


def in_force(vouched: Collection[str], links: Iterable[Link], size: int) -> set[str]:
    """The keys that may sign a checkpoint of this size: one that was followed no more than it signed then, so
    that whoever stole it gets nothing new co-signed."""
    links = list(links)
    ended = {one.old: one.ended.size for one in links}
    return {key for key in believed(vouched, links) if key not in ended or size <= ended[key]}


def _contradicts(known: Checkpoint, ended: Checkpoint) -> bool:
    """Whether what was co-signed cannot be the beginning of what the old key says that it signed last."""
    return known.size > ended.size or (known.size == ended.size and known.root != ended.root)
