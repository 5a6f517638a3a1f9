"""What the endpoints of a site's choice of works take and give."""

from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from davy.accounts.reference import Input
from davy.problems.shapes import Words

__all__ = ["IndustryRow", "OfferedTemplate", "SubsetRow", "WorksIn", "WorksOut"]


class WorksIn(Input):
    """The choice: industry (empty for none of them), templates that are off, and how many levels approve the
    presets at height (null: as each template says)."""

    industry: str = Field("", max_length=32)
    off: list[str] = Field(default_factory=list, max_length=100)
    approval: Literal["two", "four"] | None = None


class SubsetRow(Schema):
    """Some works that a site may begin with."""

    id: str
    title: Words
    templates: list[str]


class IndustryRow(SubsetRow):
    """What an industry offers by default, and why in a sentence."""

    says: Words


class OfferedTemplate(Schema):
    """A template and whether the site offers it; `special`: one of the eight special works of GB 30871."""

    id: str
    type: str
    special: bool
    title: Words
    on: bool


class WorksOut(Schema):
    """What a site offers; `chosen` is false as long as nobody chose."""

    site_id: UUID
    chosen: bool
    industry: str
    off: list[str]
    approval: Literal["two", "four"] | None
    templates: list[OfferedTemplate]
    industries: list[IndustryRow]
    subsets: list[SubsetRow]
