"""The shared cases of contracts/vectors/rules, read for the tests beside them."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file, with {"$d": text} turned into doubles."""
    text = (files("davy_law") / "contracts" / "vectors" / "rules" / name).read_text(encoding="utf-8")
    return list(typed(json.loads(text)["cases"]))


def typed(value: Any) -> Any:
    """A double is tagged in the files, because 20.0 and 20 are one number in JSON and two in the language."""
    if isinstance(value, dict):
        return float(value["$d"]) if value.keys() == {"$d"} else {k: typed(v) for k, v in value.items()}
    return [typed(v) for v in value] if isinstance(value, list) else value
