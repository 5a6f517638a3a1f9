"""What the detectors look at: the events of permits, and where the work points are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True)
class Step:
    """One event. `at` is when it happened, `recorded_at` when the server took it; `strokes` is the SHA-256 of
    the handwriting that came with it, None without any. What came with one `command` was signed once."""

    event: str
    type: str
    at: datetime
    recorded_at: datetime
    by: str
    data: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    strokes: str | None = None
    command: str | None = None


@dataclass(frozen=True)
class History:
    """The events of one permit in their order. `point` is its work point."""

    permit: str
    work: str
    point: str
    steps: Sequence[Step]

    def of(self, *types: str) -> Iterator[Step]:
        """The events of these types, in order."""
        return (step for step in self.steps if step.type in types)


@dataclass(frozen=True)
class Finding:
    """Something a person should look at. `kind` names its words and its proposal in contracts/findings.yaml;
    `events` are the evidence, `figures` the numbers that made it one, `person` whom it is about, if
    anybody."""

    kind: str
    person: str | None
    permits: tuple[str, ...]
    events: tuple[str, ...]
    figures: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def key(self) -> str:
        """The same evidence is the same finding, however often it is looked for."""
        return "\n".join((self.kind, self.person or "", *sorted(self.events)))


@dataclass(frozen=True)
class Limits:
    """Where a detector begins to speak. All of them are judgement (j): none stands in a standard.

    Seconds, minutes, metres, metres per second; `night` are the hours of the day by the plant's clock."""

    reading_s: int = 3
    answers: int = 6
    copies: int = 3
    copied_rows: int = 5
    signed_permits: int = 4
    signed_within_s: int = 300
    walking_m_s: float = 3.0
    apart_m: float = 100.0
    late_s: int = 3600
    same_rounds: int = 3
    nights: int = 3
    night: tuple[int, int] = (22, 6)
