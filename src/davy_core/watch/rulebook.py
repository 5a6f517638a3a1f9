"""The rules of watching as data: read from davy_law/watch/rules.yaml, every fault told at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from davy_core.fields import Fields

KINDS = frozenset(
    {
        "threshold", "rate", "signal", "fall", "hook", "fence", "flat", "silence", "doubt", "vote", "crowd",
        "permit_limit",
    }
)  # fmt: skip
ABOUT = frozenset({"instrument", "person", "space"})
MARKS = frozenset({"clause", "brief", "judgement"})
UNKNOWN_KINDS = frozenset({"silence", "doubt", "flat"})
"""Kinds whose breach says that nobody knows, not that something is wrong."""
NEEDS: Mapping[str, tuple[str, ...]] = {
    "rate": ("rise",), "signal": ("equals",), "hook": ("above_m",), "vote": ("above",), "crowd": ("radius_m",)
}  # fmt: skip
FIGURES = ("above", "below", "clear", "worse_by", "rise", "equals", "above_m", "except", "radius_m")
COUNTS = ("within_s", "stale_s", "periods", "of", "need")
NOTHING: Mapping[str, Decimal] = MappingProxyType({})


class WatchRulesError(ValueError):
    """Rules that may not be used; `faults` lists everything wrong with them."""

    def __init__(self, faults: list[str]) -> None:
        """Keep the faults and say them all."""
        super().__init__("; ".join(faults))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Asks:
    """What a breach of a rule asks for: an alarm kind, the cause of a pause (None: it stops nothing), groups
    of the cause-and-effect table, posts that are told beside those of the alarm."""

    alarm: str
    pause: str | None = None
    actuate: tuple[str, ...] = ()
    tell: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    """One rule. Times are milliseconds. `figures` are Decimals in `unit`, `counts` whole numbers; `levels`
    the counts of persons from which each level of crowding begins, `alarms` the kind of alarm of each;
    `mark` how sure the figures are."""

    id: str
    kind: str
    about: str
    asks: Asks
    source: str
    mark: str
    zh: str
    en: str
    channel: str | None = None
    unit: str | None = None
    side: str | None = None
    relied: bool = False
    hold: int = 0
    clear: int = 0
    figures: Mapping[str, Decimal] = field(default_factory=lambda: NOTHING)
    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    levels: tuple[int, ...] = ()
    alarms: tuple[str, ...] = ()

    @property
    def unknown(self) -> bool:
        """Whether its breach says that nobody knows."""
        return self.kind in UNKNOWN_KINDS


@dataclass(frozen=True)
class Channel:
    """What a channel tells: its unit, and the gas that it measures (a code of the gas limits)."""

    unit: str
    substance: str | None = None


@dataclass(frozen=True)
class WatchBook:
    """All rules by id, and all channels by name."""

    id: str
    version: str
    channels: Mapping[str, Channel]
    rules: Mapping[str, Rule]

    def of_kind(self, *kinds: str) -> tuple[Rule, ...]:
        """The rules of these kinds, in the order of the data."""
        return tuple(r for r in self.rules.values() if r.kind in kinds)


def load_rules(mapping: Mapping[str, object]) -> WatchBook:
    """The book from parsed data (shape: schemas/watch.json). Raises WatchRulesError with all faults.

    A rule that pauses because of gas and waits first is refused: filters may group alarms and never delay the
    stop (S3)."""
    faults: list[str] = []
    top = Fields(mapping, "watch", faults)
    told = top.entries("channels").items()
    channels = {name: _channel(Fields(row, f"channels.{name}", faults)) for name, row in told}
    found = [_rule(Fields(row, f"rules[{n}]", faults), channels) for n, row in enumerate(top.items("rules"))]
    rules = {rule.id: rule for rule in found}
    faults.extend(f"rules: {r.id} stands twice" for r in found if rules[r.id] is not r)
    missing = {"permit_limit", "doubt", "silence"} - {r.kind for r in found}
    faults.extend(f"rules: nothing of kind {kind}" for kind in sorted(missing))
    book = WatchBook(top.text("id"), top.text("version"), MappingProxyType(channels), MappingProxyType(rules))
    top.finish()
    if faults:
        raise WatchRulesError(faults)
    return book


def _channel(row: Fields) -> Channel:
    found = Channel(row.text("unit"), row.maybe_text("substance"))
    row.finish()
    return found


def _rule(row: Fields, channels: Mapping[str, Channel]) -> Rule:
    row.place = f"{row.place} {row.raw('id')}"
    channel = row.maybe_text("channel")
    figures = {key: _figure(row, key) for key in FIGURES if row.has(key)}
    counts = {key: _count(row, key) for key in COUNTS if row.has(key)}
    found = Rule(
        id=row.text("id"),
        kind=row.choice("kind", KINDS) or "",
        about=row.choice("about", ABOUT) or "",
        asks=Asks(row.text("alarm"), row.maybe_text("pause"), row.words("actuate"), row.words("tell")),
        source=row.text("source"),
        mark=row.choice("mark", MARKS) or "",
        zh=row.text("zh"),
        en=row.text("en"),
        channel=channel,
        unit=row.maybe_text("unit"),
        side=row.choice("side", {"inside", "outside"}),
        relied=row.flag("relied"),
        hold=_count(row, "hold_s") * 1000,
        clear=_count(row, "clear_s") * 1000,
        figures=MappingProxyType(figures),
        counts=MappingProxyType(counts),
        levels=tuple(n for n in row.items("levels") if isinstance(n, int)),
        alarms=row.words("alarms"),
    )
    row.finish()
    _check(row, found, channels)
    return found


def _check(row: Fields, rule: Rule, channels: Mapping[str, Channel]) -> None:
    known = channels.get(rule.channel or "")
    if rule.channel is not None and (known is None or known.unit != rule.unit):
        row.fault(f"channel {rule.channel!r} is unknown or not told in {rule.unit!r}")
    if rule.channel is None and rule.kind not in {"permit_limit", "doubt", "silence"}:
        row.fault("channel is missing")
    for key in NEEDS.get(rule.kind, ()):
        if key not in rule.figures:
            row.fault(f"{key} is missing")
    if rule.kind == "threshold" and not {"above", "below"} & rule.figures.keys():
        row.fault("neither above nor below")
    if rule.kind == "fence" and rule.side is None:
        row.fault("side is missing")
    if rule.kind == "vote" and not 1 <= rule.counts.get("need", 0) <= rule.counts.get("of", 0):
        row.fault("need and of do not fit")
    if rule.asks.pause == "gas" and rule.hold:
        row.fault("a stop because of gas waits for nothing (S3)")
    _levels(row, rule)
    _hysteresis(row, rule)


def _levels(row: Fields, rule: Rule) -> None:
    if rule.kind == "crowd" and (not rule.levels or list(rule.levels) != sorted(set(rule.levels))):
        row.fault("levels are missing or out of order")
    if rule.alarms and len(rule.alarms) != len(rule.levels):
        row.fault("alarms and levels do not fit")


def _hysteresis(row: Fields, rule: Rule) -> None:
    clear, above, below = (rule.figures.get(k) for k in ("clear", "above", "below"))
    if clear is not None and above is not None and clear > above:
        row.fault("clear lies above the figure it follows")
    if clear is not None and below is not None and clear < below:
        row.fault("clear lies below the figure it follows")


def _figure(row: Fields, key: str) -> Decimal:
    found = row.raw(key)
    if isinstance(found, int) and not isinstance(found, bool):
        return Decimal(found)
    return row.decimal(key) or Decimal(0)


def _count(row: Fields, key: str) -> int:
    found = row.raw(key)
    if isinstance(found, int) and not isinstance(found, bool) and found >= 0:
        return found
    row.fault(f"{key} is not a whole number")
    return 0
