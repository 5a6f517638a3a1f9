"""Read requirements and their figures from parsed data, collecting every fault."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from types import MappingProxyType

from davy_core.fields import DECIMAL, Fields
from davy_core.rules import cel, lint
from davy_core.rules.requirement import STATES, STOPPING, Param, ParamValue, Requirement, Text

ON_LAPSE = frozenset({"pause", "void", "alarm"})
TIGHTEN = frozenset({"lower", "higher"})
GRADES = frozenset({"A", "B", "C", "M+", "M", "M-"})
_DURATION = re.compile(r"\d{1,9}s", re.ASCII)
_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_ID = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*", re.ASCII)
_WATCH_ONLY = ("on_lapse", "silence", "cause")


def text(source: object, place: str, faults: list[str]) -> Text:
    """A sentence in zh and en."""
    fields = Fields(source, place, faults)
    found = Text(fields.text("zh"), fields.text("en"))
    fields.finish()
    return found


def duration(source: object) -> timedelta | None:
    """A length of time written as whole seconds, e.g. 1800s; None when it is not one."""
    if isinstance(source, str) and _DURATION.fullmatch(source):
        return timedelta(seconds=int(source[:-1]))
    return None


def figures(source: Mapping[str, object], place: str, faults: list[str]) -> dict[str, Param]:
    """Named parameters."""
    found = {}
    for name, data in source.items():
        if not _NAME.fullmatch(name):
            faults.append(f"{place}: {name!r} is no name for a parameter")
        param = _param(data, f"{place}.{name}", faults)
        if param is not None:
            found[name] = param
    return found


def value(source: object) -> ParamValue | None:
    """The value of a parameter: a decimal, whole number, truth, duration, text or texts; None otherwise."""
    if isinstance(source, bool | int):
        return source
    if isinstance(source, float | Decimal):
        number = Decimal(str(source))
        return number if number.is_finite() else None
    if isinstance(source, list | tuple):
        words = tuple(w for w in source if isinstance(w, str))
        return words if len(words) == len(source) else None
    if not isinstance(source, str):
        return None
    if DECIMAL.fullmatch(source):
        return Decimal(source)
    length = duration(source)
    return source if length is None else length


def _param(source: object, place: str, faults: list[str]) -> Param | None:
    fields = Fields(source, place, faults)
    found = value(fields.raw("value"))
    tighten = fields.choice("tighten", TIGHTEN)
    grade = fields.choice("grade", GRADES)
    unit = fields.maybe_text("unit")
    confirmed = fields.flag("confirmed", default=grade in {"A", "B"})
    if found is None:
        fields.fault("value is missing or of no known kind")
    elif tighten and not is_figure(found):
        fields.fault(f"tighten {tighten}: {found!r} has no direction")
    fields.finish()
    return None if found is None else Param(found, tighten, unit, grade, confirmed)


def is_figure(found: ParamValue) -> bool:
    """Whether a value can be moved up or down."""
    return isinstance(found, Decimal | int | timedelta) and not isinstance(found, bool)


def requirement(
    source: object, place: str, pack: str, shared: Mapping[str, Param], faults: list[str]
) -> Requirement:
    """One requirement of a pack; of `shared`, the pack's figures, it takes those its expressions read."""
    fields = Fields(source, place, faults)
    own = figures(fields.entries("params"), f"{place}.params", faults)
    silence = duration(fields.raw("silence"))
    if fields.has("silence") and silence is None:
        fields.fault("silence is no duration such as 60s")
    expressions = {key: fields.maybe_text(key) for key in ("when", "until")} | {"holds": fields.text("holds")}
    found = Requirement(
        id=_identifier(fields),
        pack=pack,
        clause=fields.text("clause"),
        says=text(fields.raw("says"), f"{place}.says", faults),
        holds=expressions["holds"] or "",
        at=frozenset(fields.words("at")),
        states=frozenset(fields.words("while")),
        when=expressions["when"],
        until=expressions["until"],
        alarm=fields.maybe_text("alarm"),
        on_lapse=fields.choice("on_lapse", ON_LAPSE),
        silence=silence,
        params=MappingProxyType(own | _taken(shared, expressions)),
        needs=fields.maybe_text("needs"),
        evidence=fields.words("evidence"),
        marks=fields.words("marks"),
        group=fields.maybe_text("group"),
        cause=fields.maybe_text("cause"),
        clears=fields.maybe_text("clears"),
        any_suffices=fields.flag("any"),
    )
    for fault in (*_kind(found), *_expressions(found), *_figures(found, own, shared)):
        fields.fault(fault)
    fields.finish()
    return found


def expression(source: str, returns: str) -> Iterator[str]:
    """The faults of compiling one expression that must be of a type."""
    try:
        found = cel.compiled(source).returns
    except cel.ExpressionError as error:
        yield f"does not compile: {error}"
    else:
        if found != returns:
            yield f"yields {found}, not {returns}"


def _identifier(fields: Fields) -> str:
    found = fields.text("id")
    if found and not _ID.fullmatch(found):
        fields.fault(f"{found!r} is no identifier")
    return found


def _taken(shared: Mapping[str, Param], expressions: Mapping[str, str | None]) -> dict[str, Param]:
    read = {n for e in expressions.values() if e for n in lint.parameters(e) or ()}
    return {name: param for name, param in shared.items() if name in read}


def _kind(found: Requirement) -> Iterator[str]:
    """Gate or watch, and what belongs to each."""
    if bool(found.at) == bool(found.states):
        yield "needs either `at` or `while`, not both"
    if found.states and not found.on_lapse:
        yield "`while` without `on_lapse`"
    if found.at:
        yield from _gate_only(found)
    if found.on_lapse == "pause" and not found.cause:
        yield "a pause needs its `cause`"
    unknown = found.states - STATES
    if unknown:
        yield f"unknown states {', '.join(sorted(unknown))}"


def _gate_only(found: Requirement) -> Iterator[str]:
    for key in _WATCH_ONLY:
        if getattr(found, key) is not None:
            yield f"`at` excludes `{key}`"
    if not found.needs:
        yield "a gate needs its remedy in `needs`"
    for command in sorted(found.at & STOPPING):
        yield f"nothing may be required at {command}: stopping is always allowed"
    for command in sorted(c for c in found.at if not _NAME.fullmatch(c)):
        yield f"{command!r} is no command"


def _expressions(found: Requirement) -> Iterator[str]:
    for key, source, returns in (
        ("holds", found.holds, "BOOL"),
        ("when", found.when, "BOOL"),
        ("until", found.until, "TIMESTAMP"),
    ):
        if not source:
            continue
        compiling = [f"{key} {fault}" for fault in expression(source, returns)]
        yield from compiling
        if not compiling:
            for fault in lint.faults(source, exists_marked=found.any_suffices):
                yield f"{key}: {fault}"
    for path in found.evidence:
        if path.split(".")[0] not in cel.FACTS:
            yield f"evidence {path} is no fact"


def _figures(found: Requirement, own: Mapping[str, Param], shared: Mapping[str, Param]) -> Iterator[str]:
    """Every parameter read exists, and every parameter of its own is read."""
    read: set[str] = set()
    for source in filter(None, (found.holds, found.when, found.until)):
        names = lint.parameters(source)
        if names is None:
            yield "params is read otherwise than as params.name"
        read |= names or set()
    for name in sorted(read - found.params.keys()):
        yield f"params.{name} does not exist"
    for name in sorted(own.keys() - read):
        yield f"params.{name} is not used"
    for name in sorted(own.keys() & shared.keys()):
        yield f"params.{name} stands in the pack too"
