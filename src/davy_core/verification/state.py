"""What is known of one person's papers and of his freeze: the stream `person`, folded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from davy_core.instants import instant

__all__ = ["Checked", "Freeze", "Standing", "Thaw", "apply"]


@dataclass(frozen=True)
class Standing:
    """The verdict that stands on one certificate: by which source, when, by whom, on which claim (SHA-256 of
    what the ledger said then), with which screenshot."""

    verdict: str
    source: str
    at: datetime
    by: str
    claim: str
    differs: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    newer: tuple[str, ...] = ()
    evidence: str | None = None


@dataclass(frozen=True)
class Thaw:
    """Somebody asked, with his reason, that the freeze end."""

    at: datetime
    by: str


@dataclass(frozen=True)
class Freeze:
    """Since when, by whom, why (`verification` or `person`), for which certificate, and who asked for its
    end."""

    at: datetime
    by: str
    cause: str
    certificate: str | None = None
    thaw: Thaw | None = None


@dataclass(frozen=True)
class Checked:
    """The person `id`: his papers by certificate id, and the freeze that stands."""

    id: str
    papers: Mapping[str, Standing] = field(default_factory=lambda: MappingProxyType({}))
    frozen: Freeze | None = None

    @property
    def frozen_at(self) -> datetime | None:
        """Since when he is frozen; None where he is not."""
        return self.frozen.at if self.frozen else None


def apply(state: Checked | None, event_type: str, data: Mapping[str, Any]) -> Checked:
    """The state after the event. Raises KeyError for an unknown type."""
    return _APPLY[event_type](state or Checked(str(data["person"])), data)


def _checked(state: Checked, data: Mapping[str, Any]) -> Checked:
    told = Standing(
        verdict=data["verdict"],
        source=data["source"],
        at=instant(data["at"]),
        by=data["by"],
        claim=data["claim"],
        differs=tuple(data["differs"]),
        lacks=tuple(data["lacks"]),
        newer=tuple(data["newer"]),
        evidence=data.get("evidence"),
    )
    return replace(state, papers=MappingProxyType({**state.papers, data["certificate"]: told}))


def _frozen(state: Checked, data: Mapping[str, Any]) -> Checked:
    made = Freeze(instant(data["at"]), data["by"], data["cause"], data.get("certificate"))
    return replace(state, frozen=made)


def _asked(state: Checked, data: Mapping[str, Any]) -> Checked:
    if state.frozen is None:
        return state
    return replace(state, frozen=replace(state.frozen, thaw=Thaw(instant(data["at"]), data["by"])))


def _kept(state: Checked, _: Mapping[str, Any]) -> Checked:
    return replace(state, frozen=replace(state.frozen, thaw=None)) if state.frozen else state


def _thawed(state: Checked, _: Mapping[str, Any]) -> Checked:
    return replace(state, frozen=None)


_APPLY = {
    "CertificateChecked": _checked,
    "PersonFrozen": _frozen,
    "ThawRequested": _asked,
    "ThawRefused": _kept,
    "PersonThawed": _thawed,
}
