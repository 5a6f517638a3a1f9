"""The contract of schemes as data: sections, which are compulsory, who reviews, approves and may do what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from davy_core.fields import Fields
from davy_core.schemes.state import Section

BREAKS = re.compile(r"[^\w/]+")


@dataclass(frozen=True)
class Rule:
    """One command: in which states of the scheme, by which duties; `signs`: with fresh proof of identity."""

    sources: frozenset[str]
    duties: frozenset[str]
    signs: bool

    def allows(self, state: str, duty: str) -> bool:
        """Whether this duty may give the command while the scheme is in this state."""
        return state in self.sources and duty in self.duties


@dataclass(frozen=True)
class Row:
    """Something that stands for a type and its levels; no type or no level means all."""

    type: str | None
    levels: frozenset[str]
    names: tuple[str, ...]

    def fits(self, kind: str, level: str) -> bool:
        """Whether it is for this work."""
        return self.type in {None, kind} and (not self.levels or level in self.levels)


@dataclass(frozen=True)
class SchemeBook:
    """The contract. `sections` tells of each kind whether a picture meets it; `least` and `different` are how
    much a section must say."""

    sections: Mapping[str, bool]
    rules: Mapping[str, Rule]
    compulsory: tuple[Row, ...]
    approvers: tuple[Row, ...]
    reviewers: tuple[str, ...]
    hollow: frozenset[str]
    least: int
    different: int
    lasts: timedelta

    @classmethod
    def load(cls, schemes: Mapping[str, Any], lifecycle: Mapping[str, Any]) -> SchemeBook:
        """The book of the parsed contracts. Raises ValueError naming every fault."""
        faults: list[str] = []
        top, life = Fields(schemes, "schemes", faults), Fields(lifecycle, "lifecycle", faults)
        sections = {
            k: _section(Fields(row, f"sections.{k}", faults)) for k, row in top.entries("sections").items()
        }
        for key in ("states", "duties"):
            for name, row in life.entries(key).items():
                _words(Fields(row, f"{key}.{name}", faults))
        found = cls(
            sections=sections,
            rules={k: _rule(Fields(v, f"commands.{k}", faults)) for k, v in life.entries("commands").items()},
            compulsory=_rows(top, "compulsory", "sections", faults),
            approvers=_rows(top, "approvers", "posts", faults),
            reviewers=top.words("reviewers"),
            hollow=frozenset(word.casefold() for word in top.words("hollow")),
            least=_whole(top, "least", 1000),
            different=_whole(top, "different", 100),
            lasts=timedelta(days=_whole(top, "valid_days", 366)),
        )
        top.finish()
        life.finish()
        unknown = {name for row in found.compulsory for name in row.names} - set(sections)
        if unknown:
            faults.append(f"schemes: compulsory names unknown sections {sorted(unknown)}")
        if not found.approvers or found.approvers[-1].type or found.approvers[-1].levels:
            faults.append("schemes: the last row of approvers must fit every work")
        if faults:
            raise ValueError("; ".join(faults))
        return found

    def due(self, kind: str, level: str) -> tuple[str, ...]:
        """The sections that a scheme for this work may not lack, in the order of the contract."""
        wanted = {name for row in self.compulsory if row.fits(kind, level) for name in row.names}
        return tuple(name for name in self.sections if name in wanted)

    def posts(self, kind: str, level: str) -> tuple[str, ...]:
        """The posts any of which approves a scheme for this work."""
        return next(row.names for row in self.approvers if row.fits(kind, level))

    def size(self, text: str) -> int:
        """How many letters say something; 0 when all of it says nothing, such as 无 or 同上."""
        parts = [p.strip("/").casefold() for p in BREAKS.split(text)]
        whole = " ".join(p for p in parts if p)
        if whole in self.hollow:
            return 0
        letters = [c for p in parts if p not in self.hollow for c in p if c.isalnum()]
        return len(letters) if len(set(letters)) >= self.different else 0

    def is_met(self, section: Section | None) -> bool:
        """Whether a compulsory section says enough; one that is met by a drawing needs one."""
        if section is None:
            return False
        if self.sections.get(section.kind, False):
            return bool(section.attachments)
        return section.size >= self.least

    def lacking(self, kind: str, level: str, sections: Iterable[Section]) -> tuple[str, ...]:
        """The compulsory sections that are not there or say too little."""
        found = {s.kind: s for s in sections}
        return tuple(name for name in self.due(kind, level) if not self.is_met(found.get(name)))


def _words(row: Fields) -> None:
    _ = row.text("zh"), row.text("en")
    row.finish()


def _section(row: Fields) -> bool:
    _ = row.text("zh"), row.text("en"), row.entries("ask")
    found = row.flag("attached")
    row.finish()
    return found


def _rule(row: Fields) -> Rule:
    _ = row.text("zh"), row.text("en"), row.words("to")
    found = Rule(frozenset(row.words("from")), frozenset(row.words("duties")), row.flag("signs"))
    if not found.sources or not found.duties:
        row.fault("nobody may ever give it")
    row.finish()
    return found


def _rows(top: Fields, key: str, names: str, faults: list[str]) -> tuple[Row, ...]:
    found = []
    for n, row in enumerate(top.items(key)):
        one = Fields(row, f"{key}.{n}", faults)
        _ = one.maybe_text("clause")
        found.append(Row(one.maybe_text("type"), frozenset(one.words("level")), one.words(names)))
        one.finish()
    return tuple(found)


def _whole(top: Fields, key: str, most: int) -> int:
    found = top.raw(key)
    if isinstance(found, int) and not isinstance(found, bool) and 0 < found <= most:
        return found
    top.fault(f"{key} is not between 1 and {most}")
    return 1
