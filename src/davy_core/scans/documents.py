"""The documents whose pictures are read, as the law's data tells them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

__all__ = ["KINDS", "Document", "Documents", "Field", "load"]

KINDS = (
    "name", "text", "item", "certificate_number", "identity_number", "day", "days", "last_day", "number",
    "pressure",
)  # fmt: skip

Range = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Field:
    """One value on a document. `labels`: what may be printed before it; `within`: outside it is doubtful."""

    name: str
    labels: tuple[str, ...]
    kind: str
    must: bool
    within: Range | None


@dataclass(frozen=True)
class Document:
    """One kind of document. `code`: that of the certificates' catalogues, where they know it; `titles`: any
    of them on the picture tells it; `stops`: labels of what nobody reads."""

    code: str
    titles: tuple[str, ...]
    fields: tuple[Field, ...]
    stops: tuple[str, ...] = ()


@dataclass(frozen=True)
class Documents:
    """All of it. `pressure`: systolic and diastolic in mmHg; `edge`: pixels of the shorter edge;
    `sharpness`: variance of the Laplacian; `sure`: certainty of the engine below which a value is
    doubtful."""

    by_code: Mapping[str, Document]
    pressure: tuple[Range, Range]
    edge: int
    sharpness: int
    sure: float


def load(parsed: Mapping[str, Any]) -> Documents:
    """From the data. Raises ValueError naming the row that is faulty."""
    picture = parsed["picture"]
    return Documents(
        {code: _document(code, row, parsed["stops"]) for code, row in parsed["documents"].items()},
        (_range(parsed["pressure"][0]), _range(parsed["pressure"][1])),
        int(picture["edge"]),
        int(picture["sharpness"]),
        float(picture["sure"]),
    )


def _document(code: str, row: Mapping[str, Any], stops: Sequence[str]) -> Document:
    fields = tuple(_field(code, name, told) for name, told in row["fields"].items())
    return Document(code, tuple(row["title"]), fields, tuple(stops))


def _field(code: str, name: str, told: Mapping[str, Any]) -> Field:
    if told["kind"] not in KINDS:
        raise ValueError(f"{code}.{name}: no kind {told['kind']!r}")
    within = _range(told["within"]) if "within" in told else None
    labels = tuple(sorted(told["labels"], key=len, reverse=True))
    return Field(name, labels, told["kind"], bool(told.get("must")), within)


def _range(told: Any) -> Range:
    low, high = Decimal(told[0]), Decimal(told[1])
    if low >= high:
        raise ValueError(f"empty range {told!r}")
    return low, high
