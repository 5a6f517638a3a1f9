"""The gateways and instruments that are played, as a file tells them or as they were enrolled."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

__all__ = ["Gateway", "Instrument", "Plant", "read", "write"]


@dataclass(frozen=True)
class Instrument:
    """One that tells: `kind` of instruments/kinds.yaml, the serial number on its plate, and where it is."""

    serial: str
    kind: str
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class Gateway:
    """One MQTT client: user name (and client id), password, the topic it publishes below (`up`) and the one
    it listens to (`down`), and how its messages are spelled (`adapter`)."""

    user: str
    password: str
    up: str
    down: str
    adapter: str
    instruments: tuple[Instrument, ...]


@dataclass(frozen=True)
class Plant:
    """All of them."""

    gateways: tuple[Gateway, ...]

    @property
    def instruments(self) -> Sequence[tuple[Gateway, Instrument]]:
        """Every instrument with its gateway."""
        return [(gateway, one) for gateway in self.gateways for one in gateway.instruments]


def read(path: Path) -> Plant:
    """The plant of a file as `write` makes it. Raises ValueError telling what is wrong in it."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return Plant(tuple(_gateway(one) for one in told["gateways"]))
    except (OSError, KeyError, TypeError, json.JSONDecodeError) as error:
        raise ValueError(f"{path} tells no plant: {error!r}") from error


def write(path: Path, plant: Plant) -> None:
    """Keep it for the next time; passwords are in it, so nobody else may read it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.touch(mode=0o600)
    draft.write_text(json.dumps(asdict(plant), ensure_ascii=False, indent=1), encoding="utf-8")
    draft.replace(path)


def _gateway(told: dict[str, Any]) -> Gateway:
    instruments = tuple(Instrument(**one) for one in told["instruments"])
    rest = {name: str(told[name]) for name in ("user", "password", "up", "down")}
    return Gateway(**rest, adapter=str(told.get("adapter", "plain")), instruments=instruments)
