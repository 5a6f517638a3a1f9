"""What the endpoints of imports take and give."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input, Paging

__all__ = [
    "ChoiceIn",
    "ExportWanted",
    "ImportColumnOut",
    "ImportIn",
    "ImportOut",
    "ImportRowOut",
    "ImportRowsWanted",
    "MappingIn",
    "ReceivedOut",
    "TemplateWanted",
]

Verdict = Literal["new", "same", "change", "double", "wrong"]


class ImportIn(Input):
    """A file that is going to be sent, by its name."""

    name: str = Field(min_length=1, max_length=200)


class ImportOut(Schema):
    """An import as far as it is. `counts`: rows by verdict; `chosen`: rows that wait to be entered;
    `entered`: rows that stand in the ledger by it; `problem`: why it failed, or what stands in the way of
    taking it back."""

    id: UUID
    name: str
    by: str
    state: str
    made_at: datetime
    applied_at: datetime | None
    sheets: list[dict[str, Any]]
    mapping: dict[str, dict[str, str]]
    counts: dict[str, int]
    total: int
    done: int
    chosen: int
    entered: int
    skipped: int
    problem: dict[str, Any] | None


class ReceivedOut(Schema):
    """How many bytes of the ZIP have come."""

    received: int


class MappingIn(Input):
    """What the columns mean: sheet → number of the column → meaning; an empty meaning leaves one out. It is
    remembered by its heading. Null: as it was guessed."""

    mapping: dict[str, dict[str, str]] | None = None


class ImportRowsWanted(Paging):
    """Which rows of a check."""

    verdict: Verdict | None = None
    looked: bool | None = None


class ImportRowOut(Schema):
    """One row: where it stands, what it says, what the ledger has in its place, and what is wrong or
    doubtful, each with the words of how to mend it."""

    n: int
    sheet: str
    row: int
    kind: str
    who: str
    verdict: str
    choice: str
    state: str
    values: dict[str, str]
    was: dict[str, str]
    findings: list[dict[str, str]]


class ChoiceIn(Input):
    """Take what the rows say, or keep what the ledger has: for some rows, or for all of one verdict."""

    choice: Literal["take", "keep"]
    rows: list[int] = Field(default_factory=list, max_length=1000)
    verdict: Literal["change", "double", "new"] | None = None


class ImportColumnOut(Schema):
    """A meaning that a column can have."""

    id: str
    sheet: str
    zh: str
    en: str
    must: bool


class TemplateWanted(Schema):
    """The whole workbook, or one sheet of it as CSV."""

    form: Literal["xlsx", "csv"] = "xlsx"
    sheet: Literal["person", "certificate", "checkup", "training"] = "person"


class ExportWanted(TemplateWanted):
    """The ledger as one file; `clear` with a reason, which is kept; `scans`: a ZIP with the pictures."""

    clear: bool = False
    scans: bool = False
    why: str = Field("", max_length=200)
