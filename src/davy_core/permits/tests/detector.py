"""SN-1, a portable detector that serves the permit of a world, and what it told last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any, cast

from davy_core.instruments.kinds import Channel, Kind
from davy_core.instruments.last import InstrumentSeen, LastReading
from davy_core.instruments.state import Binding, Instrument
from davy_core.outcome import Event, Outcome
from davy_core.permits.tests.instrument import METER
from davy_core.permits.tests.world import PERMIT, SITE, World
from davy_core.streams import Mark

UNITS = {"lel": "%LEL", "o2": "%vol", "co": "ppm", "h2s": "ppm"}
GASES = {"lel": "combustible", "o2": "oxygen", "co": "carbon_monoxide", "h2s": "hydrogen_sulfide"}
GOOD = {"lel": "0.4", "o2": "20.8", "co": "0", "h2s": "0", "fault": "0"}
S, D = timedelta(seconds=1), timedelta(days=1)
KIND = Kind(
    "multi_gas", {c: Channel(c, u, Decimal(0), Decimal(1000), {}) for c, u in UNITS.items()},
    gas=True, worn=False, period=S, silence=30 * S, calibration=180 * D, bump=D, fresh=10 * S,
)  # fmt: skip


def bound(
    world: World, point: str = "representative", permit: str = PERMIT, meter: str = METER
) -> Instrument:
    """Calibrated yesterday, bump-tested an hour ago, bound ten minutes ago."""
    since = Mark(world.now - 600 * S, "zhou")
    return Instrument(
        id=meter, kind="multi_gas", serial="SN-1", site=SITE, enrolled=since,
        calibrated_until=world.now + 100 * D, bumped_at=world.now - 3600 * S, bump_passed=True,
        binding=Binding("b1", since, permit=permit, point=point),
    )  # fmt: skip


def seen(world: World, instrument: Instrument | None = None, seq: int = 17, **over: Any) -> InstrumentSeen:
    """With its last reading of two seconds ago; `over` are fields of the reading, of `channels` by name."""
    age = over.pop("age", 2 * S)
    fields = {name: over.pop(name) for name in ("clock", "doubts", "taken_at") if name in over}
    channels = {**GOOD, **over}
    told = LastReading(
        "a", seq, world.now - age, world.now - age, "device_synced",
        {k: v for k, v in channels.items() if v is not None},
    )  # fmt: skip
    doubting = {"flat": "flat", "doubt": "fault", "gap": "silent"}
    return InstrumentSeen(instrument or bound(world), KIND, replace(told, **fields), GASES, doubting)


def tap(
    world: World,
    who: str = "zhou",
    one: InstrumentSeen | None = None,
    point: str = "representative",
    **over: Any,
) -> Outcome:
    """Somebody presses the button."""
    meter = one.instrument.id if one else METER
    body = {"instrument": meter, "point": point, **({"round": over.pop("round")} if "round" in over else {})}
    return world.give(who, "take_round", body, instrument=one, **over)


def rows(event: Event) -> list[dict[str, Any]]:
    """The readings of a round as its event keeps them."""
    return list(cast("Sequence[dict[str, Any]]", event.data["readings"]))


def recorded(world: World) -> list[Event]:
    """The rounds of its chain that came from an instrument."""
    return [e for e in world.history if e.type == "RoundRecorded" and "taken" in e.data]
