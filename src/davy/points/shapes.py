"""What the endpoints of points take and give."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input
from davy.permits.shapes import Named
from davy.problems.shapes import Words

__all__ = [
    "AnomaliesOut", "AnomalyOut", "ClaimDecision", "ClaimIn", "ClaimOut", "GoodChange", "GoodIn", "GoodOut",
    "OwnPoints", "PersonPoints", "PointsWanted", "Ranking", "RankingWanted", "VerdictIn",
]  # fmt: skip

Period = Literal["month", "quarter", "year"]


class PointsWanted(Schema):
    """The period in which this day lies; without a day today's."""

    period: Period = "month"
    day: date | None = None


class RankingWanted(PointsWanted):
    """The same, by person, team or firm."""

    by: Literal["person", "team", "firm"] = "person"


class PointsFigures(Schema):
    """What somebody's points came to. `points` = given less taken; `held` waits for a judgement and is not in
    it; `complete` of his `works` lacked nothing; `faults` are violations and findings borne out."""

    points: int
    given: int
    taken: int
    held: int
    works: int
    complete: int
    faults: int
    place: int


class PersonFigures(PointsFigures):
    """Somebody in the ranking."""

    id: UUID
    name: str
    hr_code: str
    team: str
    firm: str | None


class GroupFigures(Schema):
    """A team or a firm, "" for people without one. All figures are null where the group is too small to be
    told to the reader."""

    name: str
    people: int
    points: int | None
    mean: float | None
    given: int | None
    taken: int | None
    held: int | None
    works: int | None
    complete: int | None
    faults: int | None
    place: int | None


class Ranking(Schema):
    """Everybody the reader may see, the best first. `whole`: that is everybody."""

    period: Period
    first: date
    last: date
    whole: bool
    least_group: int
    people: list[PersonFigures]
    groups: list[GroupFigures]


class PointsPermit(Schema):
    """The permit an entry stands on."""

    id: UUID
    number: str | None
    work: str
    point: str | None


class PointsEntryOut(Schema):
    """What one rule came to. `lacks` says why it gave nothing, `over` how much a limit cut off; `held` waits
    for a judgement, `void` was taken away after one, `lifted`: what took points does not stand any more."""

    rule: str
    kind: Literal["permit", "violation", "finding"]
    about: UUID
    points: int
    at: datetime
    held: bool
    void: bool
    lifted: bool
    corrected: bool
    lacks: list[str]
    over: int
    minutes: int | None
    times: int | None
    permit: PointsPermit | None


class RuleLine(Schema):
    """A rule in words: its points, and the most it gives in a day."""

    id: str
    points: int
    day: int | None
    zh: str
    en: str


class RuleBook(Schema):
    """The rules in force, with the words of what may be lacking."""

    version: str
    day: int
    month: int
    rules: list[RuleLine]
    needs: dict[str, Words]


class PersonPoints(Schema):
    """Somebody's period down to its entries; `figures` null: nothing in it."""

    person: Named
    period: Period
    first: date
    last: date
    figures: PointsFigures | None
    entries: list[PointsEntryOut]
    book: RuleBook


class TopLine(Schema):
    """One of the first places."""

    place: int
    name: str
    points: int
    own: bool


class OwnPoints(PersonPoints):
    """My points. `balance` is what I may spend, `owed` what is taken from what I earn next, `waiting` what
    somebody still judges; `of` how many have a place; `top` is empty in a small group."""

    balance: int
    owed: int
    waiting: int
    of: int
    top: list[TopLine]


class AnomalyOut(Schema):
    """Something that holds points until somebody judged it; `points` are those it is about."""

    id: UUID
    kind: Literal["quick", "split", "pair"]
    says: Words
    found_at: datetime
    figures: dict[str, int]
    people: list[Named]
    permits: list[PermitNumber]
    points: int
    outcome: Literal["stands", "void"] | None
    reason: str | None
    judged_at: datetime | None
    judged_by: str | None


class PermitNumber(Schema):
    """A permit by its number."""

    id: UUID
    number: str | None


class AnomaliesOut(Schema):
    """The list, and how many findings of stamping hold points as well (they are reviewed where they are)."""

    anomalies: list[AnomalyOut]
    findings: int


class VerdictIn(Input):
    """What is judged, with the reason."""

    outcome: Literal["stands", "void"]
    reason: str = Field(min_length=2, max_length=500)


class GoodIn(Input):
    """Something to exchange points for."""

    name: str = Field(min_length=1, max_length=64)
    price: int = Field(ge=1, le=100_000)
    stock: int = Field(ge=0, le=100_000)


class GoodChange(Input):
    """What changes of it: its price, how many come to the stock, whether it is offered."""

    price: int | None = Field(None, ge=1, le=100_000)
    more: int | None = Field(None, ge=1, le=100_000)
    retired: bool | None = None


class GoodOut(Schema):
    """A good; `stock` is what nobody asked for yet."""

    id: UUID
    name: str
    price: int
    stock: int
    retired_on: date | None


class ClaimIn(Input):
    """One piece of a good; `wish` is made by the phone, so that what is sent twice is one claim."""

    wish: str = Field(min_length=8, max_length=64)
    good_id: UUID


class ClaimOut(Schema):
    """What somebody asked for and what became of it."""

    id: UUID
    good: str
    price: int
    state: Literal["asked", "approved", "handed", "refused", "cancelled"]
    asked_at: datetime
    decided_at: datetime | None
    handed_at: datetime | None
    why: str
    person: Named


class ClaimDecision(Input):
    """Approve, refuse (with the reason), or hand over."""

    to: Literal["approve", "refuse", "hand"]
    why: str = Field("", max_length=200)


AnomalyOut.model_rebuild()
