"""What one instrument is watched for: its rules with every figure ready in the unit of its channels.

Prepared once for each change of binding, profile or rules; a step only compares. Figures are Decimals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from davy_core.gas.limits import LimitTable
from davy_core.gas.plan import SamplingPlan
from davy_core.watch.fences import Fence
from davy_core.watch.permit_limits import Bounds
from davy_core.watch.rulebook import Rule

EMPTY: Mapping[str, Bounds] = MappingProxyType({})


@dataclass(frozen=True)
class Profile:
    """What the register knows of an instrument. `channels`: the unit of each channel; `period`: how often it
    sends, `since`: watched since, `calibrated_until`: a reading after it proves nothing (None: nobody
    calibrates such a thing); all in milliseconds. `steady`: the channels of every message (None: the usual
    ones)."""

    instrument: str
    channels: Mapping[str, str]
    period: int
    since: int
    calibrated_until: int | None = None
    steady: frozenset[str] | None = None


@dataclass(frozen=True)
class Bound:
    """A permit that the instrument serves: its sampling plan and limits as pinned (None: it asks for no gas),
    and whether the work relies on the instrument (then its silence pauses)."""

    permit: str
    plan: SamplingPlan | None = None
    limits: LimitTable | None = None
    relied: bool = True


@dataclass(frozen=True)
class Worn:
    """Who wears it: the height of his work point in metres (None: nobody told), the fences of the work that
    he stays at (in any of them he is where he should be), and where nobody may stay."""

    person: str
    height: Decimal | None = None
    within: tuple[Fence, ...] = ()
    forbidden: tuple[Fence, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One rule for one subject. `key` names its track, `name` the rule as told (a permit limit has one for
    each channel). `bounds` by unit; `after`: milliseconds of silence; `lasts`: how
    long each level of a crowd must last; `reason`: why it is unknown for ever."""

    key: str
    name: str
    rule: Rule
    subject: str
    channel: str | None = None
    bounds: Mapping[str, Bounds] = field(default_factory=lambda: EMPTY)
    height: Decimal | None = None
    fences: tuple[Fence, ...] = ()
    after: int = 0
    lasts: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """`limits` are the checks that compare one value, by channel; `others` those that ask more; `silences`
    and `doubts` those about what is unknown; `checks` all of them by key. `steady`: channels whose absence is
    silence. `flats` are among `others`. `quiet`: the shortest silence that is one (None: no silence is)."""

    version: str
    instrument: str
    since: int
    checks: Mapping[str, Check]
    limits: Mapping[str, tuple[Check, ...]]
    others: tuple[Check, ...]
    silences: tuple[Check, ...]
    doubts: tuple[Check, ...]
    blind: tuple[Check, ...]
    steady: frozenset[str]
    gases: frozenset[str]
    flats: tuple[Check, ...] = ()
    quiet: int | None = None
    calibrated_until: int | None = None
    fresh: int = 60_000
    """Older than this when it is heard, a reading is history: it may open, never close."""
