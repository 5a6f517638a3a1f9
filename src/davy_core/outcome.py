"""What comes out of a decision: events when accepted, reasons (and at most two kinds of events) when
refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

RECORDED_WHEN_REFUSED = frozenset({"AttemptRefused", "AlarmRaised"})


@dataclass(frozen=True)
class Event:
    """A fact that becomes one link of the chain. `data` holds ids, codes, numbers and instants only;
    `private` maps a label to text that is stored beside the chain and can be erased."""

    type: str
    data: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    private: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Reason:
    """One cause of a refusal: a code of contracts/refusals, or a requirement that is not met.

    `values` fill the {placeholders} of the sentence. `missing` is the explained judgement of a
    requirement."""

    code: str
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    missing: Mapping[str, object] | None = None


@dataclass(frozen=True)
class Accepted:
    """The command is carried out: these events, in this order."""

    events: tuple[Event, ...]


@dataclass(frozen=True)
class Refused:
    """The command changes nothing. `events` may only record the attempt and raise alarms."""

    reasons: tuple[Reason, ...]
    events: tuple[Event, ...] = ()

    def __post_init__(self) -> None:
        """Raise ValueError when a refusal would change the permit."""
        wrong = {e.type for e in self.events} - RECORDED_WHEN_REFUSED
        if wrong or not self.reasons:
            raise ValueError(f"a refusal needs a reason and cannot record {sorted(wrong)}")


Outcome = Accepted | Refused


def refuse(code: str, **values: object) -> Refused:
    """A refusal for one reason of contracts/refusals."""
    return Refused((Reason(code, values),))


def accept(*events: Event) -> Accepted:
    """An acceptance with these events."""
    return Accepted(tuple(events))


def changes(events: Sequence[Event]) -> bool:
    """Whether any of these events changes the permit (a refusal's records do not)."""
    return any(e.type not in RECORDED_WHEN_REFUSED for e in events)
