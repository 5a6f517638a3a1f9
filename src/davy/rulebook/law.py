"""Read the law's data files as parsed mappings. Numbers with a fraction become text, so that they hash."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import yaml
from yaml import CSafeLoader

from davy_core.rulebooks.preset import derive

__all__ = [
    "alarm_states",
    "causes",
    "commands",
    "conflicts",
    "consequences",
    "equipment",
    "industries",
    "kinds",
    "level_words",
    "limits",
    "offers",
    "packs",
    "requirements",
    "risk",
    "routes",
    "scales",
    "standards",
    "states",
    "template",
    "templates",
    "watch_rules",
]

EVERY = "every"
TABLES = frozenset({"routes", "industries"})
"""Files beside the templates that are none."""


def packs(name: str) -> list[dict[str, Any]]:
    """Every pack that speaks about the work of a template: for each standard what it asks of every work, of
    this type of work, and of this template. Raises FileNotFoundError when there is no such template."""
    work_type = template(name)["type"]
    wanted = dict.fromkeys((EVERY, work_type, name))
    found = []
    folder = resources.files("davy_law").joinpath("rulepacks")
    for standard in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not standard.joinpath("pack.yaml").is_file():
            continue
        about = _read("rulepacks", standard.name, "pack.yaml")
        parts = [p for p in wanted if standard.joinpath(f"{p}.yaml").is_file()]
        found += [_pack(about, standard.name, part, work_type) for part in parts]
    return found


@cache
def offers() -> Mapping[str, Mapping[str, Any]]:
    """The overlays that are offered to companies, by name: {id, version, pack, title, requirements}."""
    folder = resources.files("davy_law").joinpath("rulepacks", "overlays")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    return {name.removesuffix(".yaml"): _read("rulepacks", "overlays", name) for name in names}


def standards() -> list[dict[str, Any]]:
    """Every pack as it introduces itself: id, version, title, source, effective (ISO date), and the number of
    its requirements over all types of work."""
    folder = resources.files("davy_law").joinpath("rulepacks")
    names = sorted(entry.name for entry in folder.iterdir() if entry.joinpath("pack.yaml").is_file())
    return [_standard(name) for name in names]


@cache
def requirements() -> Mapping[str, Mapping[str, Any]]:
    """Every requirement of every pack by its id: its `row`, its `pack`, the `work` it is for (a type, a
    template or `every`), that work's `type`, and the figures that its file shares as `parameters`."""
    found: dict[str, Mapping[str, Any]] = {}
    folder = resources.files("davy_law").joinpath("rulepacks")
    for name in sorted(entry.name for entry in folder.iterdir() if entry.joinpath("pack.yaml").is_file()):
        for part in _read("rulepacks", name, "pack.yaml")["files"]:
            read = _read("rulepacks", name, f"{part}.yaml")
            kind = template(part)["type"] if part in templates() else part
            about = {"pack": name, "work": part, "type": kind, "parameters": read.get("parameters", {})}
            found |= {row["id"]: {**about, "row": row} for row in read["requirements"]}
    return found


def _standard(name: str) -> dict[str, Any]:
    about = _read("rulepacks", name, "pack.yaml")
    shown = {key: about[key] for key in ("id", "version", "title", "source", "effective")}
    parts = [_read("rulepacks", name, f"{part}.yaml") for part in about["files"]]
    return {**shown, "requirements": sum(len(part["requirements"]) for part in parts)}


def _pack(about: Mapping[str, Any], standard: str, part: str, work_type: str) -> dict[str, Any]:
    body = _read("rulepacks", standard, f"{part}.yaml")
    head = {key: about[key] for key in ("version", "title", "source")}
    return {**head, **body, "id": f"{about['id']}/{part}", **({} if part == EVERY else {"work": work_type})}


def template(name: str) -> dict[str, Any]:
    """The template of that name, whole also where it builds on another. Raises FileNotFoundError when there
    is none."""
    found: dict[str, Any] = copy.deepcopy(_template(name))
    return found


@cache
def _template(name: str) -> dict[str, Any]:
    found = _read("templates", f"{name}.yaml")
    return derive(_read("templates", f"{found['like']}.yaml"), found) if "like" in found else found


def templates() -> tuple[str, ...]:
    """The names of all templates: one for each type of work, and those of its scenarios."""
    folder = resources.files("davy_law").joinpath("templates")
    names = sorted(
        entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml")
    )
    return tuple(name for name in names if name not in TABLES)


def industries() -> dict[str, Any]:
    """What each industry offers, and the subsets of works that a site may choose."""
    return _read("templates", "industries.yaml")


@cache
def kinds() -> Mapping[str, str]:
    """The type of work of every template by its name."""
    return MappingProxyType({name: str(_template(name)["type"]) for name in templates()})


def routes() -> list[dict[str, Any]]:
    """The default route table."""
    rows: list[dict[str, Any]] = _read("templates", "routes.yaml")["rows"]
    return rows


def limits() -> dict[str, Any]:
    """The gas limit table."""
    return _read("rulepacks", "limits", "substances.yaml")


def conflicts() -> dict[str, Any]:
    """The conflict matrix."""
    return _read("rulepacks", "conflicts", "matrix.yaml")


def scales() -> dict[str, Any]:
    """The scales of risk, which of them is the default, and the words for the colours."""
    return _read("risk", "scales.yaml")


def risk(name: str, scale: Mapping[str, Any], own: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What a template's hazards are graded by: the scale, the kinds of consequence with their proposals, the
    kind of each hazard, the rows of the library, and a company's own ones."""
    found = _read("risk", "jsa.yaml")
    kinds, more = found["kinds"], found["rows"]
    of_template = {kind: [h for one in _line(name) for h in _of(found, one, kind)] for kind in kinds}
    return {"scale": scale, "kinds": kinds, "template": of_template, "rows": more, "own": list(own)}


def _of(found: Mapping[str, Any], name: str, kind: str) -> list[str]:
    hazards: list[str] = found["templates"].get(name, {}).get(kind, [])
    return hazards


def _line(name: str) -> list[str]:
    """The template, and that on which it builds."""
    like = _read("templates", f"{name}.yaml").get("like")
    return [name, *(_line(like) if like else [])]


def consequences() -> dict[str, Any]:
    """The kinds of consequence that a hazard may have, by id, each with its words."""
    return {name: kind["consequence"] for name, kind in _read("risk", "jsa.yaml")["kinds"].items()}


def equipment() -> dict[str, Any]:
    """The kinds of equipment, by id, each with its words."""
    found: dict[str, Any] = _read("risk", "jsa.yaml")["equipment"]
    return found


def commands() -> dict[str, Any]:
    """The lifecycle: commands."""
    return _read("contracts", "lifecycle", "commands.yaml")


def isolation_commands() -> dict[str, Any]:
    """The lifecycle of an isolation: commands."""
    found: dict[str, Any] = _read("contracts", "lifecycle", "isolations.yaml")["commands"]
    return found


def states() -> dict[str, Any]:
    """The lifecycle: states."""
    return _read("contracts", "lifecycle", "states.yaml")


def alarm_states() -> dict[str, Any]:
    """The states of an alarm."""
    states: dict[str, Any] = _read("contracts", "lifecycle", "alarms.yaml")["states"]
    return states


def level_words(work_type: str, level: str) -> Mapping[str, str] | None:
    """What a level is called in zh and en, None for a level that no work has."""
    words = _read("contracts", "levels.yaml")
    found: Mapping[str, str] | None = words.get(work_type, {}).get(level) or words[EVERY].get(level)
    return found


def causes() -> dict[str, Any]:
    """The causes of a pause, and who may close them."""
    return _read("contracts", "lifecycle", "causes.yaml")


def _read(*path: str) -> dict[str, Any]:
    found: dict[str, Any] = copy.deepcopy(_parsed(path))
    return found


@cache
def _parsed(path: tuple[str, ...]) -> Any:
    text = resources.files("davy_law").joinpath(*path).read_text(encoding="utf-8")
    return _without_floats(yaml.load(text, Loader=CSafeLoader))


def _without_floats(value: Any) -> Any:
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, dict):
        return {str(key): _without_floats(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_floats(item) for item in value]
    return value


@cache
def watch_rules() -> Mapping[str, Mapping[str, Any]]:
    """Every rule of watching instruments by its id, as it stands in the data."""
    return {row["id"]: row for row in _read("watch", "rules.yaml")["rules"]}
