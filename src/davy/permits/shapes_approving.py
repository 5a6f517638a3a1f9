"""How the approval queue of one person is answered."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ninja import Schema

from davy.door.shapes import Reason
from davy.permits.shapes import BoardItem, Named
from davy.permits.shapes_route import PostNamed, SignWhy
from davy.problems.shapes import Words

__all__ = ["ApprovalQueue"]


class QueueStage(Schema):
    """The node that is to be signed, as the `number`-th `of` its route. `on_site`: signed at the work point,
    with position; `least` is the level that the signature needs."""

    id: str
    title: Words
    number: int
    of: int
    on_site: bool
    least: int
    why: SignWhy | None


class QueuePost(PostNamed):
    """A post whose signature is awaited, and who may give it now: holder, deputy, delegate, or who stands
    above; nobody when it is empty."""

    people: list[Named]


class QueueRow(Schema):
    """A permit that waits for a signature. `due` is when the node's deadline passes; a missed one never
    approves, skips or lowers anything (S20). `stuck`: nobody can sign it now."""

    permit: BoardItem
    stage: QueueStage
    urgent: bool
    since: datetime | None
    due: datetime | None
    waits_for: list[QueuePost]
    stuck: bool


class MyRow(QueueRow):
    """One that waits for the reader: the post and as what he decides it, `sent_by` whom as a delegate.
    `against` is everything for which the door would refuse his signature now, though he gave all that is his
    to give; `conflicts` are the crossing works not yet settled, null when nobody can tell."""

    post: PostNamed
    standing: Literal["holder", "deputy", "delegate", "superior"]
    sent_by: Named | None
    against: list[Reason]
    conflicts: int | None


class OthersRow(QueueRow):
    """One that waits for others; `involved`: the reader is on it."""

    involved: bool


class ApprovalQueue(Schema):
    """What waits for the reader: what he can decide first, then what still waits for somebody else, each
    by urgent repair, risk, level and age. `more` of his wait behind these. `others`: the oldest first."""

    mine: list[MyRow]
    more: int
    others: list[OthersRow]
    server_time: datetime
