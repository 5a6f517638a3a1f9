"""The contract of outages as data: who may what in which state, how long, and what must be told in time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from davy_core.fields import Fields


@dataclass(frozen=True)
class Rule:
    """One command: in which states (of the outage, of the block or of the sheet), by which duties. `queued`:
    it may come late from a phone, for it tells what is and makes nothing go."""

    sources: frozenset[str]
    duties: frozenset[str]
    sheet: bool
    queued: bool

    def allows(self, state: str, duty: str) -> bool:
        """Whether this duty may give the command in this state."""
        return state in self.sources and duty in self.duties


@dataclass(frozen=True)
class OutageBook:
    """The contract. `posts` are those that declare, `printers` those that make and withdraw sheets,
    `leaders` those that look after a place; `clear` is what whoever saw a place cleared answers."""

    outages: Mapping[str, Rule]
    blocks: Mapping[str, Rule]
    reasons: frozenset[str]
    posts: frozenset[str]
    printers: frozenset[str]
    leaders: frozenset[str]
    clear: tuple[str, ...]
    account: timedelta
    again: timedelta
    fill_in: timedelta
    review: timedelta
    longest: timedelta
    back: timedelta
    ahead: timedelta
    most: int

    @classmethod
    def load(
        cls, contract: Mapping[str, Any], outages: Mapping[str, Any], blocks: Mapping[str, Any]
    ) -> OutageBook:
        """The book of the parsed contracts. Raises ValueError naming every fault."""
        faults: list[str] = []
        top = Fields(contract, "outages", faults)
        for key in ("reasons", "clear", "conditions"):
            for name, row in top.entries(key).items():
                _words(Fields(row, f"{key}.{name}", faults))
        found = cls(
            outages=_rules(Fields(outages, "lifecycle/outages", faults), ("states", "duties")),
            blocks=_rules(Fields(blocks, "lifecycle/blocks", faults), ("states", "sheets", "duties")),
            reasons=frozenset(top.entries("reasons")),
            posts=frozenset(top.words("declarers")),
            printers=frozenset(top.words("printers")),
            leaders=frozenset(top.words("leaders")),
            clear=tuple(top.entries("clear")),
            account=_hours(top, "account_hours"),
            again=_hours(top, "again_hours"),
            fill_in=_hours(top, "fill_in_hours"),
            review=_hours(top, "review_hours"),
            longest=_hours(top, "longest_hours"),
            back=_hours(top, "back_hours"),
            ahead=_hours(top, "ahead_hours"),
            most=_whole(top, "most_sheets", 100),
        )
        top.finish()
        if not (found.posts and found.printers and found.leaders and found.clear):
            faults.append(
                "outages: nobody may declare, print or look, or nothing is asked of a cleared place"
            )
        if faults:
            raise ValueError("; ".join(faults))
        return found


def _rules(life: Fields, groups: tuple[str, ...]) -> dict[str, Rule]:
    for key in groups:
        for name, row in life.entries(key).items():
            _words(Fields(row, f"{life.place}.{key}.{name}", life.faults))
    found = {
        k: _rule(Fields(v, f"{life.place}.commands.{k}", life.faults))
        for k, v in life.entries("commands").items()
    }
    life.finish()
    return found


def _rule(row: Fields) -> Rule:
    _ = row.text("zh"), row.text("en"), row.words("to")
    found = Rule(
        sources=frozenset(row.words("from")),
        duties=frozenset(row.words("duties")),
        sheet=row.flag("sheet"),
        queued=row.flag("queued"),
    )
    if not found.sources or not found.duties:
        row.fault("nobody may ever give it")
    row.finish()
    return found


def _words(row: Fields) -> None:
    _ = row.text("zh"), row.text("en")
    row.finish()


def _hours(top: Fields, key: str) -> timedelta:
    return timedelta(hours=_whole(top, key, 24 * 366))


def _whole(top: Fields, key: str, most: int) -> int:
    found = top.raw(key)
    if isinstance(found, int) and not isinstance(found, bool) and 0 < found <= most:
        return found
    top.fault(f"{key} is not between 1 and {most}")
    return 1
