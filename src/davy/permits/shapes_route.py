"""How a permit's route is answered: its nodes, who may sign now, what may be done with the decision."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ninja import Schema

from davy.permits.shapes import BoardItem, Named
from davy.problems.shapes import Words

__all__ = ["RouteOut", "StageOut", "StuckPermit"]


class PostNamed(Schema):
    """A post of the plant; `name` is null when the register no longer knows it."""

    code: str
    name: str | None


class StagePost(PostNamed):
    """A post of a node. `holders` may sign for it now: holder, deputy, delegate, or who stands above; nobody
    when it is empty. `handed_by` has handed the decision over."""

    holders: list[Named]
    signed: bool
    handed_by: Named | None


class StageSignature(Schema):
    """One signature, the post it stands for, and how it was made: a passkey (level 3), an enrolled device
    with PIN, handwriting and photo (2), a kiosk or the password with handwriting (1)."""

    person: Named
    post: str
    at: datetime
    way: Literal["passkey", "device", "kiosk", "password"]
    level: int


class SignWhy(Schema):
    """Why a signature needs its level: the clause of the row that asks for it; `level` of the work where it
    asks only at some, `last` where only of the signature that issues the permit."""

    clause: str
    level: str | None
    last: bool


class StageOut(Schema):
    """A node of the route. `mode`: any of the posts, all of them, or all in this order. `radius_m` metres
    around the point count as on site; `due` only for the current one; `least` is the level that its
    signatures need."""

    id: str
    title: Words
    posts: list[StagePost]
    mode: Literal["any", "all", "sequence"]
    on_site: bool
    radius_m: float
    due: datetime | None
    current: bool
    added_by: Named | None
    least: int
    why: SignWhy | None
    signed: list[StageSignature]


class StuckOut(Schema):
    """Why nobody can sign the current node, and whose business that is; without `owner` the registrar's."""

    stage: str
    title: Words
    post: PostNamed
    reason: Literal["vacant", "conflict"]
    owner: PostNamed | None
    people: list[Named]


class ReviewOut(Schema):
    """The finding of the review after an urgent repair."""

    finding: Literal["justified", "unjustified", "irregular"]
    by: Named
    at: datetime


class UrgentOut(Schema):
    """抢修: why it cannot wait, by when the review is owed (null: not yet, or given), and the finding."""

    reason: str | None
    review_due: datetime | None
    review: ReviewOut | None


class TurnOut(Schema):
    """What last turned it from its straight way, which no signature has followed yet: returned, sent back,
    recalled, a signer added, handed over."""

    title: Words
    by: Named
    at: datetime
    reason: str | None


class CopyOut(Named):
    """Somebody who is told of the issue; `read_at` is his own mark."""

    read_at: datetime | None


class CopyPost(PostNamed):
    """A post that is told of the issue, with those of it who have read it."""

    read_by: list[Named]


class Copied(Schema):
    """抄送: by person and by post."""

    persons: list[CopyOut]
    posts: list[CopyPost]


class Choice(PostNamed):
    """A post that may be added as a signer or get a copy, with who would sign for it."""

    holders: list[Named]


class RouteOut(Schema):
    """What stands in the way and what may be done with the decision. `back_to` are the nodes it may be
    returned to, `add` the posts that may be added as signers, `hand_to` the persons entitled to take the
    reader's decision: all empty unless the decision is his. `copy_posts` are all posts of the area."""

    stuck: StuckOut | None
    back_to: list[str]
    add: list[Choice]
    hand_to: list[Named]
    copy_posts: list[PostNamed]
    urgent: UrgentOut | None
    turn: TurnOut | None
    copies: Copied


class StuckPermit(StuckOut):
    """A permit that nobody can sign now."""

    permit: BoardItem
    since: datetime | None
