"""What comes out of a step or a tick: an episode opened, worsened or closed, or something is unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from davy_core.watch.rulebook import Asks

Kind = Literal["opened", "worsened", "closed", "unknown"]


@dataclass(frozen=True, slots=True)
class Happening:
    """`subject` is whom it is about (`instrument/…`, `permit/…`, `person/…`, `space/…`), `episode` a name of
    its own that stays the same however often it is told. `since` is when the breach began, `at` when it was
    known (milliseconds since 1970). `late`: it comes from history (S18). `unknown` opens an episode as
    `opened` does. `reason` says why a thing is unknown or how an episode ended. A closed one asks nothing."""

    kind: Kind
    rule: str
    subject: str
    episode: str
    instrument: str
    since: int
    at: int
    channel: str | None = None
    value: Decimal | None = None
    unit: str | None = None
    limit: Decimal | None = None
    side: str | None = None
    level: int = 0
    late: bool = False
    reason: str | None = None
    asks: Asks | None = None

    def plain(self) -> dict[str, Any]:
        """The form that JSON takes; numbers are texts."""
        told: Mapping[str, Any] = {
            "kind": self.kind, "rule": self.rule, "subject": self.subject, "episode": self.episode,
            "instrument": self.instrument, "since": self.since, "at": self.at, "channel": self.channel,
            "value": _text(self.value), "unit": self.unit, "limit": _text(self.limit), "side": self.side,
            "level": self.level, "late": self.late, "reason": self.reason, "asks": _asks(self.asks),
        }  # fmt: skip
        return dict(told)


def _text(value: Decimal | None) -> str | None:
    """Limits are converted to 40 digits; six places are more than any instrument shows."""
    if value is None:
        return None
    short = round(value, 6)
    return f"{short.normalize():f}" if short == value or value.as_tuple().exponent else f"{value:f}"


def _asks(asks: Asks | None) -> dict[str, Any] | None:
    if asks is None:
        return None
    return {
        "alarm": asks.alarm,
        "pause": asks.pause,
        "actuate": list(asks.actuate),
        "tell": list(asks.tell),
    }
