"""One requirement of the law: what must hold, where it is asked, and what follows when it lapses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from types import MappingProxyType

STATES = frozenset(
    {"draft", "submitted", "issued", "active", "paused", "finished", "closed", "voided", "withdrawn"}
)
"""The states of a permit in which something can be watched."""

STOPPING = frozenset(
    {
        "pause",
        "stop",
        "take_back",
        "leave_space",
        "sos",
        "report_change",
        "request_cancel",
        "confirm_stopped",
        "freeze_work",
        "recall_basis",
        "bar_person",
        "heed_episode",
    }
)
"""The commands at which nothing may be required: stopping is always allowed (S15, S16)."""

ParamValue = Decimal | int | bool | str | timedelta | tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """A sentence shown to people, in both languages."""

    zh: str
    en: str


@dataclass(frozen=True)
class Param:
    """A figure of a requirement. `tighten` is the only way a site may move it, None = not at all; `grade`
    says how sure its source is (A to M-), `confirmed` whether it was held against the official text."""

    value: ParamValue
    tighten: str | None = None
    unit: str | None = None
    grade: str | None = None
    confirmed: bool = False


@dataclass(frozen=True)
class Requirement:
    """A gate (`at` commands) or a watch (`states` and `on_lapse`), never both.

    `holds` and `when` are BOOL expressions, `until` yields the last instant at which it still holds; an
    unknown `when` applies. `needs` is the code of the remedy the phone offers. `silence` is how long a watch
    may stay unknown before it lapses, None = at once. `cause` names the pause it brings about, `clears` the
    pause cause that this gate guards. `evidence` are dotted paths of facts whose values prove it. `marks` are
    notes such as "(j)" or "not from GB 30871". `any_suffices` says that an exists() in it is meant."""

    id: str
    pack: str
    clause: str
    says: Text
    holds: str
    at: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    when: str | None = None
    until: str | None = None
    alarm: str | None = None
    on_lapse: str | None = None
    silence: timedelta | None = None
    params: Mapping[str, Param] = field(default_factory=lambda: MappingProxyType({}))
    needs: str | None = None
    evidence: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    group: str | None = None
    cause: str | None = None
    clears: str | None = None
    any_suffices: bool = False

    @property
    def watched(self) -> bool:
        """Whether it is judged all the time rather than at commands."""
        return bool(self.states)

    def param_values(self) -> dict[str, object]:
        """The figures as facts for its expressions."""
        return {name: param.value for name, param in self.params.items()}
