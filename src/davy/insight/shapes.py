"""The shapes of what the record tells."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input
from davy.problems.shapes import Words

__all__ = [
    "Conformance",
    "FindingOut",
    "FindingReviewIn",
    "RuleOut",
    "Runs",
    "StatisticsLine",
    "StatisticsOut",
]


class Runs(Schema):
    """What a requirement came to on this site since an instant.

    `passed` counts the accepted commands at which it stands, so it was met or did not apply; `refused`
    those that it refused, failed or unknown; `lapsed` and `unknown` what a watch found, `paused` the stops
    by it."""

    passed: int
    refused: int
    lapsed: int
    unknown: int
    paused: int


class Clause(Schema):
    """One clause, what kind it is and in what state Davy holds it. `tests` are files of the sources, or
    file::function."""

    clause: str
    topic: Words
    kind: Literal["hard", "informative", "enterprise", "outside"]
    state: Literal["held", "part", "open", "outside"]
    note: Words | None
    requirements: list[str]
    templates: list[str]
    held_by: list[str]
    tests: list[str]


class Standard(Schema):
    """A standard with its clauses in order."""

    id: str
    title: str
    clauses: list[Clause]


class RuleRow(Schema):
    """A requirement in a line."""

    id: str
    says: Words
    alarm: str | None
    runs: Runs


class Conformance(Schema):
    """Clause by clause, and what every requirement came to since `since`."""

    since: datetime
    standards: list[Standard]
    rules: list[RuleRow]


class Parameter(Schema):
    """A figure: `tighten` is the only way a site may move it, `grade` how sure its source is."""

    name: str
    value: str
    tighten: str | None
    grade: str | None


class VectorRow(Schema):
    """A decision vector that names the requirement, and what it comes to there."""

    file: str
    name: str
    outcome: Literal["met", "failed", "unknown"]


class Proof(Schema):
    """One time it refused, lapsed or stopped work: event and permit. `command` is what was refused."""

    event: UUID
    at: datetime
    what: Literal["refused", "lapsed", "unknown", "paused"]
    permit: UUID
    number: str | None
    command: str | None


class RuleOut(Schema):
    """One requirement: where it stands, what proves it, and what it came to on this site since `since`.

    `work` is the type or template it is for, `every` for all; `evidence` the newest first, at most 50."""

    id: str
    clause: str
    pack: str
    work: str
    says: Words
    at: list[str]
    states: list[str] = Field(alias="while")
    on_lapse: str | None
    alarm: str | None
    holds: str
    when: str | None
    parameters: list[Parameter]
    marks: list[str]
    vectors: list[VectorRow]
    since: datetime
    runs: Runs
    evidence: list[Proof]


class FindingPerson(Schema):
    """A person; the name is null when the register no longer knows it."""

    id: UUID
    name: str | None


class FindingPermit(Schema):
    """A permit that the finding names."""

    id: UUID
    number: str | None


class FindingEvent(Schema):
    """An event that the finding stands on: when it happened, and when it was recorded."""

    id: UUID
    type: str
    at: datetime
    recorded_at: datetime
    permit: UUID


class FindingReview(Schema):
    """What somebody said came of it."""

    outcome: Literal["confirmed", "explained", "mistaken"]
    note: str
    at: datetime
    by: FindingPerson


class FindingOut(Schema):
    """What looks like stamping: its evidence, what is proposed, and the reviews, the newest first. Nothing
    follows by itself."""

    id: UUID
    kind: str
    severity: Literal["look", "grave"]
    says: Words
    proposal: Words
    found_at: datetime
    figures: dict[str, int]
    person: FindingPerson | None
    permits: list[FindingPermit]
    evidence: list[FindingEvent]
    reviews: list[FindingReview]


class FindingReviewIn(Input):
    """What came of it: it was so, it has an explanation, or the detector was mistaken; and why."""

    outcome: Literal["confirmed", "explained", "mistaken"]
    note: str = Field(min_length=1, max_length=500)


class Figure(Schema):
    """How many have one key of the second dimension."""

    key: str
    name: str | None
    says: Words | None
    count: int


class Group(Schema):
    """How many have one key of the dimension, and the measures over them; a measure of time is the median in
    minutes, null when none of them has come so far. `name` is that of a person, firm or place; `says` the
    words of a code; both are null for a time and for what is not known, whose key is empty."""

    key: str
    name: str | None
    says: Words | None
    count: int
    measures: dict[str, int | None]
    also: list[Figure]


class StatisticsOut(Schema):
    """Counts by one dimension. `more` tells that there are more keys than rows are shown."""

    subject: Literal["permits", "alarms"]
    by: str
    also: str | None
    since: datetime
    until: datetime
    dimensions: list[str]
    picks: dict[str, Figure]
    all: Group | None
    rows: list[Group]
    more: bool


class StatisticsLine(Schema):
    """One permit or alarm behind a figure. `at` is the planned start or when it was raised, `until` the
    planned end or when it was closed."""

    id: UUID
    permit: UUID | None
    number: str | None
    code: str
    says: Words | None
    level: Words | None
    state: str
    state_says: Words | None
    area: str | None
    unit: str | None
    responsible: str | None
    guardian: str | None
    firm: str | None
    at: datetime
    until: datetime | None
