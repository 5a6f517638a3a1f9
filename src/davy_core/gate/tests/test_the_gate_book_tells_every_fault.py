"""A gate book with a fault is not loaded, and every fault is told at once."""

from importlib import resources
from typing import Any

import pytest
import yaml

from davy_core.gate.book import GateBook


def _parsed() -> dict[str, Any]:
    text = resources.files("davy_law").joinpath("gate", "passes.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"states": {"closed": ["worker"]}}, "unknown key 'closed'"),
        ({"states": {}}, "nobody is ever let in"),
        ({"states": {"active": ["visitor"]}}, "names no duty"),
        ({"certificates": ["valid", "expired"]}, "let in who holds none"),
        ({"certificates": []}, "let in who holds none"),
        ({"confirm_s": 0}, "confirm_s is not"),
        ({"lead_s": True}, "lead_s is not"),
        ({"exit": False}, "unknown key 'exit'"),
    ],
)
def test_it_is_refused(change: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        GateBook.load({**_parsed(), **change})
