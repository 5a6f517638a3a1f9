"""What is true of one emergency, folded from its events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from davy_core.streams import Mark

__all__ = ["UNACCOUNTED", "Called", "Emergency", "Present", "Trigger"]

UNACCOUNTED = frozenset({"missing"})
"""What may be said of somebody and still keeps the emergency from ending."""


@dataclass(frozen=True)
class Trigger:
    """What opened it, or came to it: an alarm of this kind, about this permit."""

    alarm: str
    kind: str
    mark: Mark
    permit: str | None = None


@dataclass(frozen=True)
class Present:
    """Somebody on the roll: on which permit, and whether inside a space when he came onto it."""

    person: str
    permit: str
    inside: bool


@dataclass(frozen=True)
class Called:
    """What was last said of somebody: found, missing or hurt."""

    status: str
    mark: Mark


@dataclass(frozen=True)
class Emergency:
    """One emergency. Without an area it is for the whole site, without a site for the plant. `tasks` in the
    order of the book, `done` by task, `called` by person; `told` are the persons whose phones it covers."""

    id: str
    number: str
    opened: Mark
    site: str | None = None
    area: str | None = None
    point: str | None = None
    permit: str | None = None
    triggers: tuple[Trigger, ...] = ()
    roll: tuple[Present, ...] = ()
    tasks: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    done: Mapping[str, Mark] = field(default_factory=lambda: MappingProxyType({}))
    called: Mapping[str, Called] = field(default_factory=lambda: MappingProxyType({}))
    ended: Mark | None = None

    @property
    def state(self) -> str:
        """open or ended."""
        return "open" if self.ended is None else "ended"

    @property
    def persons(self) -> frozenset[str]:
        """Everybody on the roll."""
        return frozenset(one.person for one in self.roll)

    @property
    def unaccounted(self) -> frozenset[str]:
        """Who is missing, or was not called yet: not known is not found."""
        found = {p for p, called in self.called.items() if called.status not in UNACCOUNTED}
        return self.persons - found
