"""A site's own rules on top of a pack: they may add requirements or tighten figures, nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from types import MappingProxyType

from davy_core.fields import Fields
from davy_core.rules import parse
from davy_core.rules.pack import Pack
from davy_core.rules.requirement import Param, ParamValue, Requirement, Text
from davy_core.signatures import demand
from davy_core.signatures.demand import Demand


class OverlayError(ValueError):
    """An overlay that may not be used; `faults` lists everything wrong with it."""

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep the faults and say them all."""
        super().__init__("; ".join(faults))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Move:
    """A figure set to a stricter value: of one requirement, or (None) one that the pack shares out."""

    requirement: str | None
    param: str
    value: ParamValue


@dataclass(frozen=True)
class Overlay:
    """Rules of a site for one pack."""

    id: str
    version: str
    pack: str
    title: Text
    additions: tuple[Requirement, ...] = ()
    moves: tuple[Move, ...] = ()
    signatures: tuple[Demand, ...] = ()


def load_overlay(mapping: Mapping[str, object]) -> Overlay:
    """An overlay from parsed data: {id, version, pack, title{zh,en}, requirements: as in a pack,
    parameters: [{requirement?, param, value}], signatures: as in a pack}. Raises OverlayError with all
    faults, unknown keys too."""
    faults: list[str] = []
    fields = Fields(mapping, "overlay", faults)
    overlay_id = fields.text("id")
    found = Overlay(
        id=overlay_id,
        version=fields.text("version"),
        pack=fields.text("pack"),
        title=parse.text(fields.raw("title"), "title", faults),
        additions=tuple(
            parse.requirement(source, f"requirements[{at}]", overlay_id, {}, faults)
            for at, source in enumerate(fields.items("requirements"))
        ),
        moves=tuple(
            _move(source, f"parameters[{at}]", faults) for at, source in enumerate(fields.items("parameters"))
        ),
        signatures=tuple(
            demand.load(source, f"signatures[{at}]", faults)
            for at, source in enumerate(fields.items("signatures"))
        ),
    )
    fields.finish()
    faults.extend(f"{r.id}: an overlay cannot clear a pause" for r in found.additions if r.clears)
    if faults:
        raise OverlayError(faults)
    return found


def apply(pack: Pack, overlay: Overlay) -> Pack:
    """The pack with the overlay on it; whatever the pack refuses, the result refuses.

    Raises OverlayError when the overlay is for another pack, takes the name of a requirement that is there,
    or moves a figure that is not there, cannot be moved, or would be loosened."""
    faults = list(_faults(pack, overlay))
    if faults:
        raise OverlayError(faults)
    moved = tuple(_moved(r, pack, overlay) for r in pack.requirements)
    shared = {name: _new(param, overlay, None, name) for name, param in pack.parameters.items()}
    return replace(
        pack,
        requirements=moved + overlay.additions,
        parameters=MappingProxyType(shared),
        signatures=pack.signatures + overlay.signatures,
    )


def _move(source: object, place: str, faults: list[str]) -> Move:
    fields = Fields(source, place, faults)
    value = parse.value(fields.raw("value"))
    if value is None:
        fields.fault("value is missing or of no known kind")
    move = Move(fields.maybe_text("requirement"), fields.text("param"), value if value is not None else "")
    fields.finish()
    return move


def _faults(pack: Pack, overlay: Overlay) -> Iterator[str]:
    if overlay.pack != pack.id:
        yield f"overlay {overlay.id} is for {overlay.pack}, not {pack.id}"
    names = [r.id for r in (*pack.requirements, *overlay.additions)]
    for added in overlay.additions:
        if names.count(added.id) > 1:
            yield f"requirement {added.id} is there already"
    for name in demand.twice(pack.signatures + overlay.signatures):
        yield f"signature {name} is there already"
    places = [(m.requirement, m.param) for m in overlay.moves]
    for move in overlay.moves:
        place = f"{move.requirement or 'parameters'}.{move.param}"
        if places.count((move.requirement, move.param)) > 1:
            yield f"{place} is moved twice"
        param = _target(pack, move)
        fault = "does not exist" if param is None else _loosens(param, move.value)
        if fault:
            yield f"{place} {fault}"


def _target(pack: Pack, move: Move) -> Param | None:
    """The figure that a move means; a shared one is moved in the pack, never inside one requirement."""
    if move.requirement is None:
        return pack.parameters.get(move.param)
    if move.param in pack.parameters:
        return None
    return next((r.params.get(move.param) for r in pack.requirements if r.id == move.requirement), None)


def _loosens(param: Param, value: ParamValue) -> str | None:
    """Why a figure may not take this value, None when it may."""
    if param.tighten is None:
        return "cannot be moved"
    old, new = _size(param.value), _size(value)
    if old is None or new is None or isinstance(param.value, timedelta) != isinstance(value, timedelta):
        return f"is {param.value!r} and cannot become {value!r}"
    loosened = new > old if param.tighten == "lower" else new < old
    return f"may only become {param.tighten}" if loosened else None


def _size(value: ParamValue) -> Decimal | None:
    if isinstance(value, timedelta):
        return Decimal(str(value.total_seconds()))
    return Decimal(value) if isinstance(value, Decimal | int) and not isinstance(value, bool) else None


def _moved(requirement: Requirement, pack: Pack, overlay: Overlay) -> Requirement:
    params = {
        name: _new(param, overlay, None if name in pack.parameters else requirement.id, name)
        for name, param in requirement.params.items()
    }
    return replace(requirement, params=MappingProxyType(params))


def _new(param: Param, overlay: Overlay, requirement: str | None, name: str) -> Param:
    for move in overlay.moves:
        if (move.requirement, move.param) == (requirement, name):
            return replace(param, value=move.value)
    return param
