"""Which certificates are verified where, how soon and how often: davy_law/verification/sources.yaml, every
fault told at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from davy_core.fields import Fields

__all__ = ["Official", "SourceBook"]

STATUSES = ("valid", "expired", "revoked")


@dataclass(frozen=True)
class Official:
    """A page on which a person asks: its names, address, what it wants to be told, and how sure we are of
    it."""

    names: Mapping[str, str]
    url: str
    asks: tuple[Mapping[str, str], ...]
    grade: str


@dataclass(frozen=True)
class SourceBook:
    """The file, read. `kinds`: kind of certificate → its official page by id; `words`: word of a connector →
    status; `waits` before each further try; `doubt_from` noes of which more than `doubt_percent` of the
    answers make a source doubtful."""

    kinds: Mapping[str, str]
    official: Mapping[str, Official]
    words: Mapping[str, str]
    proves: Mapping[str, Mapping[str, str]]
    first: timedelta
    again: timedelta
    tries: int
    waits: tuple[timedelta, ...]
    doubt_from: int
    doubt_percent: int

    def status(self, word: str) -> str:
        """The status that a source means; its own word where nobody knows that."""
        return self.words.get(word.strip().lower(), word.strip())

    def doubtful(self, against: int, answers: int) -> bool:
        """Whether a source says no so often that it is rather broken than right."""
        return against >= self.doubt_from and against * 100 > answers * self.doubt_percent

    @classmethod
    def load(cls, parsed: Mapping[str, Any]) -> SourceBook:
        """The book of the parsed file. Raises ValueError naming every fault."""
        faults: list[str] = []
        top = Fields(parsed, "verification", faults)
        _ = top.text("id"), top.text("version"), top.choice("mark", {"clause", "brief", "judgement"})
        official = {name: _official(row) for name, row in _rows(top, "official", faults).items()}
        kinds = {name: row.text("official") for name, row in _rows(top, "kinds", faults).items()}
        for name, page in kinds.items():
            if page not in official:
                top.fault(f"{name} names no official page")
        statuses = Fields(top.raw("statuses"), "verification.statuses", faults)
        waits = top.raw("wait_s")
        found = cls(
            kinds=kinds,
            official=official,
            words={word.lower(): name for name in STATUSES for word in statuses.words(name)},
            proves={name: _names(row) for name, row in _rows(top, "proves", faults).items()},
            first=timedelta(days=_whole(top, "first_days")),
            again=timedelta(days=_whole(top, "again_days")),
            tries=_whole(top, "tries"),
            waits=tuple(timedelta(seconds=int(one)) for one in waits) if isinstance(waits, list) else (),
            doubt_from=_whole(top, "doubt_from"),
            doubt_percent=_whole(top, "doubt_percent"),
        )
        if len(found.waits) != found.tries - 1:
            top.fault("wait_s names one wait before each further try")
        if faults:
            raise ValueError("; ".join(faults))
        return found


def _rows(top: Fields, key: str, faults: list[str]) -> dict[str, Fields]:
    found = top.raw(key)
    if not isinstance(found, Mapping):
        top.fault(f"{key} is not a mapping")
        return {}
    return {str(name): Fields(row, f"verification.{key}.{name}", faults) for name, row in found.items()}


def _names(row: Fields) -> Mapping[str, str]:
    return {"zh": row.text("zh"), "en": row.text("en")}


def _official(row: Fields) -> Official:
    asks = row.raw("asks")
    told = tuple(dict(one) for one in asks) if isinstance(asks, list) else ()
    if not told:
        row.fault("asks for nothing")
    return Official(_names(row), row.text("url"), told, row.text("grade"))


def _whole(row: Fields, key: str) -> int:
    found = row.raw(key)
    if isinstance(found, int) and not isinstance(found, bool) and 1 <= found <= 1000:
        return found
    row.fault(f"{key} is not a whole number from 1 to 1000")
    return 1
