"""The shipped law as a rulebook, without a database: what the tests of permits are decided by."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from davy_core.conflicts.matrix import Matrix
from davy_core.conflicts.tables import load_matrix
from davy_core.gas.tables import load_limits
from davy_core.permits.levels import UNGRADED
from davy_core.permits.lifecycle import Lifecycle
from davy_core.permits.rulebook import Rulebook
from davy_core.risk.book import RiskBook, load_book
from davy_core.rules.pack import combine, load

LAW = files("davy_law")


@cache
def read(path: str) -> Any:
    """A YAML file of the law, parsed; fractions become text, as the chain has no floats."""
    return _without_floats(yaml.safe_load((LAW / path).read_text("utf-8")))


@cache
def matrix() -> Matrix:
    """The shipped conflict matrix."""
    return load_matrix(read("rulepacks/conflicts/matrix.yaml"))


@cache
def rulebook(work_type: str) -> Rulebook:
    """Everything the shipped law says about one type of work."""
    packs = [load(pack) for pack in _packs(work_type)]
    return Rulebook(
        type=work_type,
        basis="0" * 64,
        requirements=combine(packs),
        levels=next((p.levels for p in packs if p.levels is not None), UNGRADED),
        template=read(f"templates/{work_type}.yaml"),
        routes=tuple(read("templates/routes.yaml")["rows"]),
        limits=load_limits(read("rulepacks/limits/substances.yaml")),
        lifecycle=Lifecycle.load(
            read("contracts/lifecycle/commands.yaml"), read("contracts/lifecycle/states.yaml")
        ),
        causes=read("contracts/lifecycle/causes.yaml"),
        risk=risk(work_type),
        signatures=tuple(row for pack in packs for row in pack.signatures),
    )


def risk(name: str, scale: str = "lec") -> RiskBook:
    """What the shipped law says of the risks of a template, by one of its scales."""
    jsa, scales = read("risk/jsa.yaml"), read("risk/scales.yaml")["scales"]
    chosen = next(one for one in scales if one["id"] == scale)
    told = {"scale": chosen, "kinds": jsa["kinds"], "template": jsa["templates"].get(name, {})}
    return load_book({**told, "rows": jsa["rows"], "own": []}, read(f"templates/{name}.yaml"))


def _packs(work_type: str) -> list[dict[str, Any]]:
    found = []
    for standard in sorted((LAW / "rulepacks").iterdir(), key=lambda entry: entry.name):
        if not (standard / "pack.yaml").is_file():
            continue
        about = read(f"rulepacks/{standard.name}/pack.yaml")
        head = {key: about[key] for key in ("version", "title", "source")}
        for part in ("every", work_type):
            if (standard / f"{part}.yaml").is_file():
                body = read(f"rulepacks/{standard.name}/{part}.yaml")
                work = {} if part == "every" else {"work": work_type}
                found.append({**head, **body, "id": f"{about['id']}/{part}", **work})
    return found


def _without_floats(value: Any) -> Any:
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, dict):
        return {str(key): _without_floats(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_floats(item) for item in value]
    return value
