"""The scheme after an event. Nothing is judged here; what was decided is folded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from davy_core.instants import instant
from davy_core.outcome import RECORDED_WHEN_REFUSED
from davy_core.schemes.state import Annotation, Scheme, Section, Version
from davy_core.streams import Mark, Where

Data = Mapping[str, Any]


def apply(scheme: Scheme | None, event_type: str, data: Data) -> Scheme:
    """The scheme after this event; it never refuses. Raises KeyError for an unknown event type,
    ValueError for an event before it was drafted."""
    if event_type == "SchemeDrafted":
        return _drafted(data)
    if scheme is None:
        raise ValueError(f"{event_type} before the scheme was drafted")
    if event_type in RECORDED_WHEN_REFUSED:
        return scheme
    return STEPS[event_type](scheme, data)


def _mark(data: Data) -> Mark:
    return Mark(instant(data["at"]), str(data["by"]))


def _drafted(data: Data) -> Scheme:
    place = data["place"]
    return Scheme(
        id=data["scheme"],
        number=data["number"],
        type=data["type"],
        level=data["level"],
        place=Where(place["site"], place["area"], place.get("point")),
        drafted=_mark(data),
        copied=data.get("copied"),
    )


def _written(scheme: Scheme, data: Data) -> Scheme:
    new = Section(
        data["section"], data["write"], data["size"], _mark(data), tuple(data.get("attachments", ()))
    )
    others = tuple(s for s in scheme.sections if s.kind != new.kind)
    return replace(scheme, writes=new.write, sections=(*others, new))


def _submitted(scheme: Scheme, data: Data) -> Scheme:
    version = Version(data["version"], scheme.sections, _mark(data))
    return replace(scheme, versions=(*scheme.versions, version), revised=None)


def _last(scheme: Scheme, **over: Any) -> Scheme:
    return replace(scheme, versions=(*scheme.versions[:-1], replace(scheme.versions[-1], **over)))


def _returned(scheme: Scheme, data: Data) -> Scheme:
    return _last(scheme, returned=_mark(data))


def _approved(scheme: Scheme, data: Data) -> Scheme:
    return _last(scheme, approved=_mark(data), lasts_to=instant(data["lasts_to"]))


def _annotated(scheme: Scheme, data: Data) -> Scheme:
    new = Annotation(data["annotation"], data["section"], data["version"], _mark(data))
    return replace(scheme, annotations=(*scheme.annotations, new))


def _noted(scheme: Scheme, data: Data, **over: Any) -> Scheme:
    found = tuple(replace(a, **over) if a.id == data["annotation"] else a for a in scheme.annotations)
    return replace(scheme, annotations=found)


def _answered(scheme: Scheme, data: Data) -> Scheme:
    return _noted(scheme, data, answered=_mark(data))


def _closed(scheme: Scheme, data: Data) -> Scheme:
    return _noted(scheme, data, closed=_mark(data))


def _revised(scheme: Scheme, data: Data) -> Scheme:
    return replace(scheme, revised=_mark(data))


def _withdrawn(scheme: Scheme, data: Data) -> Scheme:
    return replace(scheme, withdrawn=_mark(data))


STEPS: Mapping[str, Callable[[Scheme, Data], Scheme]] = {
    "SectionWritten": _written,
    "SchemeSubmitted": _submitted,
    "SchemeReturned": _returned,
    "SchemeApproved": _approved,
    "SchemeAnnotated": _annotated,
    "AnnotationAnswered": _answered,
    "AnnotationClosed": _closed,
    "SchemeRevised": _revised,
    "SchemeWithdrawn": _withdrawn,
}
