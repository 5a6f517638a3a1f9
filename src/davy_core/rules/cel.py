"""The only door to the CEL library: compile with a type check, evaluate to TRUE, FALSE or UNKNOWN.

The engine does not raise on a run-time error, it returns a truthy error value; and it stops an expression
that iterates too long with a RuntimeError. Both are UNKNOWN here: only a BOOL that is true is TRUE (S1).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import Any
from uuid import UUID

from cel_expr_python import cel

FACTS = (
    "permit", "work", "site", "jsa", "measures", "gas", "breaks", "crew", "briefing", "approvals", "ticket",
    "guardian", "register", "calendar", "weather", "links", "plan", "scheme", "place", "conflicts",
    "clearance", "actor", "device", "shift", "video", "system", "fire", "isolation", "ventilation",
    "records", "outage", "body",
)  # fmt: skip
"""The names an expression may read beside `now` and `params`; each is a mapping of facts."""

LONGEST = 2000
_READABLE = frozenset({*FACTS, "now"})
_WORD = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_INT64 = 2**63
_ENVIRONMENT = cel.NewEnv(
    variables={"now": cel.Type.TIMESTAMP, "params": cel.Type.DYN, **dict.fromkeys(FACTS, cel.Type.DYN)}
)


class Tri(Enum):
    """The three values of a rule. UNKNOWN is never yes."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"


class ExpressionError(ValueError):
    """An expression that does not compile against the declared names and types."""


@dataclass(frozen=True)
class Expression:
    """A compiled expression; `returns` is the checked type: BOOL, TIMESTAMP, DYN, INT … `reads` are the facts
    it can name."""

    text: str
    returns: str
    program: Any
    reads: frozenset[str]


@dataclass(frozen=True)
class Bound:
    """Facts in the form the engine takes, made once and used for many expressions."""

    values: Mapping[str, object]
    params: object = None

    def with_params(self, params: Mapping[str, object]) -> Bound:
        """The same facts beside the parameters of one requirement."""
        return Bound(self.values, _value(params))


@lru_cache(maxsize=4096)
def compiled(text: str) -> Expression:
    """Compile and type-check. Cached by text. Raises ExpressionError in the engine's own words."""
    if len(text) > LONGEST:
        raise ExpressionError(f"longer than {LONGEST} characters")
    try:
        program = _ENVIRONMENT.compile(text)
    except RuntimeError as error:
        raise ExpressionError(str(error)) from error
    reads = frozenset(_WORD.findall(text)) & _READABLE
    return Expression(text, str(program.return_type().name()), program, reads)


def bind(facts: Mapping[str, object], now: datetime) -> Bound:
    """Take facts for evaluation at `now`.

    Decimals become doubles, instants RFC 3339 text, durations text in seconds, tuples and sets lists.
    A fact that is absent stays absent and makes what reads it UNKNOWN. Raises ValueError for an undeclared
    name, a naive instant, a number that is not finite, and TypeError for a type no fact may have: bugs of
    the gatherer, not missing data."""
    undeclared = set(facts) - set(FACTS)
    if undeclared:
        raise ValueError(f"undeclared facts: {', '.join(sorted(undeclared))}")
    if now.tzinfo is None:
        raise ValueError("now has no time zone")
    return Bound(MappingProxyType({**_mapping(facts), "now": now}))


def evaluate(expression: Expression, bound: Bound) -> Tri:
    """The value of a rule: TRUE only for BOOL true, FALSE only for BOOL false, UNKNOWN for all else."""
    found = _run(expression, bound)
    if found is None or found.type() != cel.Type.BOOL:
        return Tri.UNKNOWN
    return Tri.TRUE if found.value() is True else Tri.FALSE


def instant(expression: Expression, bound: Bound) -> datetime | None:
    """The instant an `until` yields, in UTC; None when it cannot be told."""
    found = _run(expression, bound)
    if found is None or found.type() != cel.Type.TIMESTAMP:
        return None
    value = found.value()
    return value.astimezone(UTC) if isinstance(value, datetime) else None


def rfc3339(moment: datetime) -> str:
    """An instant as text in UTC. Raises ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("an instant has no time zone")
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _run(expression: Expression, bound: Bound) -> Any:
    try:
        # The engine takes in whatever it is handed, so it is handed what the expression can name.
        known = bound.values
        data = {name: known[name] for name in expression.reads if name in known}
        if bound.params is not None:
            data["params"] = bound.params
        return expression.program.eval(data=data)
    except RuntimeError:  # the iteration budget
        return None


def _mapping(source: Mapping[str, object]) -> dict[str, object]:
    for key in source:
        if not isinstance(key, str):
            raise TypeError(f"a fact is named {key!r}, not a text")
    return {str(key): _value(value) for key, value in source.items()}


_AS_THEY_ARE = frozenset({str, bool, type(None)})


def _value(value: object) -> object:
    # Nearly all facts are plain already, and there are hundreds of them: ask for their exact type first.
    if type(value) in _AS_THEY_ARE:
        return value
    if type(value) is dict:
        return _mapping(value)
    if type(value) is list:
        return [_value(item) for item in value]
    return _uncommon(value)


def _uncommon(value: object) -> object:
    if isinstance(value, Enum):
        return _value(value.value)
    if isinstance(value, str | UUID):
        return str(value)
    if isinstance(value, Mapping):
        return _mapping(value)
    if isinstance(value, AbstractSet):
        return sorted((_value(item) for item in value), key=repr)
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray | memoryview):
        return [_value(item) for item in value]
    return _scalar(value)


def _scalar(value: object) -> object:
    if isinstance(value, int) and -_INT64 <= value < _INT64:
        return value
    if isinstance(value, Decimal | float) and math.isfinite(value):
        return float(value)
    if isinstance(value, datetime):
        return rfc3339(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return f"{value.total_seconds():.6f}s"
    if isinstance(value, int | float | Decimal):
        raise ValueError(f"{value} is not a number that rules can read")  # noqa: TRY004 - the type is right
    raise TypeError(f"a fact cannot be a {type(value).__name__}")
