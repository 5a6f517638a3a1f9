"""A template that builds on another: it may ask for more, never for less.

A preset names the template it is `like` and adds rows, makes rows stricter, or asks for more signatures. Type
of work, gas plan, duties, five checks, clearance and print form are those of its base; whatever a preset says
about them is a fault, so nothing can be made looser here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

LISTS = ("fields", "hazards", "measures", "acceptance")
HEAD = frozenset({"id", "version", "like", "title"})
MAY = HEAD | {*LISTS, "usual", "briefing", "photos", "critical", "tighten", "approval"}
STRICTER = {"fields": {"required"}, "measures": {"photo", "critical"}, "acceptance": {"photo"}}
"""Of which rows what may be set, and only to true."""
LEVELS = {"two": 2, "four": 4}


class PresetError(ValueError):
    """A preset that may not be used; `faults` lists everything wrong with it."""

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep the faults and say them all."""
        super().__init__("; ".join(faults))
        self.faults = tuple(faults)


def derive(base: Mapping[str, Any], preset: Mapping[str, Any]) -> dict[str, Any]:
    """The template that the preset makes of its base. Raises PresetError with all faults: unknown keys, rows
    that stand in the base already, anything that would ask for less."""
    faults = [*_shape(base, preset), *_tightened(base, preset), *_usual(base, preset), *_approval(preset)]
    if faults:
        raise PresetError(faults)
    made: dict[str, Any] = _own(base) | {key: preset[key] for key in ("id", "version", "title", "like")}
    for name in LISTS:
        made[name] = [*made.get(name, ()), *_own(list(preset.get(name, ())))]
    made["briefing"]["items"] += _own(list(preset.get("briefing", {}).get("items", ())))
    made["photos"] = [*made["photos"], *_own(list(preset.get("photos", ())))]
    made["critical"] = list(dict.fromkeys((*made["critical"], *preset.get("critical", ()))))
    made |= {key: _own(preset[key]) for key in ("usual", "approval") if key in preset}
    for name, rows in preset.get("tighten", {}).items():
        for row in made[name]:
            row.update(rows.get(row["id"], {}))
    return made


def _shape(base: Mapping[str, Any], preset: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{key} is the base's own" for key in sorted(set(preset) - MAY))
    yield from (f"{key} is missing" for key in sorted(HEAD - set(preset)))
    if "like" in base:
        yield "the base is a preset itself"
    if preset.get("like") != base.get("id"):
        yield f"it is like {preset.get('like')}, not like {base.get('id')}"
    for name in LISTS:
        known = {row["id"] for row in base.get(name, ())}
        for row in preset.get(name, ()):
            if row["id"] in known:
                yield f"{name}.{row['id']} stands in the base"
            known.add(row["id"])
    known = {item["id"] for item in base["briefing"]["items"]}
    told = preset.get("briefing", {})
    yield from (f"briefing.{key} is the base's own" for key in sorted(set(told) - {"items"}))
    yield from (f"briefing.{i['id']} stands in the base" for i in told.get("items", ()) if i["id"] in known)


def _tightened(base: Mapping[str, Any], preset: Mapping[str, Any]) -> Iterator[str]:
    for name, rows in preset.get("tighten", {}).items():
        if name not in STRICTER:
            yield f"tighten.{name} is nothing that gets stricter"
            continue
        known = {row["id"] for row in base[name]}
        for row, values in rows.items():
            if row not in known:
                yield f"tighten.{name}.{row} is not in the base"
            for key, value in values.items():
                if key not in STRICTER[name] or value is not True:
                    yield f"tighten.{name}.{row}.{key} may not be {value}"


def _usual(base: Mapping[str, Any], preset: Mapping[str, Any]) -> Iterator[str]:
    """The end that the phone proposes may only come earlier."""
    if "usual" in preset and int(preset["usual"][:-1]) > int(base["usual"][:-1]):
        yield "usual is longer than the base's"


def _approval(preset: Mapping[str, Any]) -> Iterator[str]:
    approval = preset.get("approval")
    if approval is None:
        return
    if approval.get("usual") not in LEVELS:
        yield "approval.usual is neither two nor four"
    for name, count in LEVELS.items():
        ladder = approval.get(name, ())
        posts = [post for stage in ladder for post in stage["posts"]]
        if len(ladder) != count or len(set(posts)) != len(posts):
            yield f"approval.{name} does not name {count} stages of different posts"
        elif not ladder[-1]["on_site"]:
            yield f"approval.{name} does not end on site (4.11 a)"
    yield from (f"approval.{key} is unknown" for key in sorted(set(approval) - {"usual", *LEVELS}))


def _own(value: Any) -> Any:
    """Plain data of one's own: what is made must not change what it was made from."""
    if isinstance(value, Mapping):
        return {key: _own(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_own(item) for item in value]
    return value
