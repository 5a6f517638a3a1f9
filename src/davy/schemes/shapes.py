"""What the reads of schemes answer, as the interface describes it. Pictures are the SHA-256 of an attachment;
words are null where they were erased."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from davy.permits.shapes import Named
from davy.problems.shapes import Words

__all__ = ["SchemeLine", "SchemeOut", "SchemeVersionOut", "SchemeWords"]

SchemeState = Literal["draft", "review", "approved", "withdrawn"]


class SchemeLine(Schema):
    """One scheme in a list. `standing` is the version in force, null when there is none; its approval ends at
    `lasts_to`. `last` is the version sent last, 0 when none was."""

    id: UUID
    number: str
    title: str
    type: str
    level: str
    state: SchemeState
    area: Named
    point: Named | None
    author: Named
    standing: int | None
    lasts_to: datetime | None
    last: int
    annotations_open: int
    changed_at: datetime
    version: int


class SchemeMark(Schema):
    """When somebody did it."""

    at: datetime
    by: Named


class SchemeSection(Schema):
    """One section. `met`: a compulsory one that says enough, or one that is not compulsory."""

    kind: str
    compulsory: bool
    met: bool
    text: str | None
    attachments: list[str]
    written: SchemeMark | None


class SchemeVersionLine(Schema):
    """A version that was sent for review: approved, sent back (and why), or neither yet."""

    n: int
    submitted: SchemeMark
    approved: SchemeMark | None
    returned: SchemeMark | None
    reason: str | None
    lasts_to: datetime | None


class SchemeAnnotation(Schema):
    """A remark on a section, its answer, and who closed it. `commands` are the steps the reader may take."""

    id: str
    section: str
    version: int
    text: str | None
    opened: SchemeMark
    answer: str | None
    answered: SchemeMark | None
    closed: SchemeMark | None
    commands: list[str]


class SchemeUnder(Schema):
    """A permit that names a version of it."""

    id: UUID
    number: str | None
    state: str
    version: int


class SchemeOut(SchemeLine):
    """The whole of one scheme for its reader; `sections` as they are written now, in their order. `approvers`
    may approve it now."""

    site: UUID
    drafted: SchemeMark
    copied: UUID | None
    withdrawn: SchemeMark | None
    withdrawn_reason: str | None
    sections: list[SchemeSection]
    versions: list[SchemeVersionLine]
    annotations: list[SchemeAnnotation]
    approvers: list[Named]
    permits: list[SchemeUnder]
    duties: list[str]
    commands: list[str]
    valid_days: int
    server_time: datetime


class SchemeStretch(Schema):
    """A stretch of words: as before, new, or gone."""

    op: Literal["same", "add", "drop"]
    text: str


class SchemeChanged(Schema):
    """A section of a version against the one before: what its words and pictures became."""

    kind: str
    compulsory: bool
    change: Literal["same", "changed", "new", "gone"]
    text: str | None
    stretches: list[SchemeStretch]
    attachments: list[str]
    attachments_before: list[str]


class SchemeVersionOut(SchemeVersionLine):
    """One version as it was frozen. `against` is the version it is compared with, null for the first."""

    id: UUID
    number: str
    title: str
    type: str
    level: str
    area: Named
    point: Named | None
    author: Named
    state: SchemeState
    stands: bool
    against: int | None
    code: str = Field(description="Check code of its content; the same on paper and screen.")
    sections: list[SchemeChanged]


class SchemeWords(Schema):
    """What sections, states, duties and commands are called; `asks`: what belongs into a section."""

    sections: dict[str, Words]
    asks: dict[str, Words]
    states: dict[str, Words]
    duties: dict[str, Words]
    commands: dict[str, Words]
