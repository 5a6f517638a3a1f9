"""No alarm of a permit rings with the words of a kind nobody described."""

from __future__ import annotations

import re
from pathlib import Path

from davy_core.alarms.from_permit import REQUIREMENT
from davy_core.alarms.tests.site import book

PERMITS = Path(__file__).parents[2] / "permits"
RAISED = re.compile(r'"kind": "([a-z_]+)", "subject":')
OVERDUE = re.compile(r'yield .*, "([a-z_]+)"$', re.MULTILINE)


def raised() -> set[str]:
    """The kinds that the source of permits names in an alarm or a reminder."""
    found: set[str] = set()
    for file in PERMITS.glob("*.py"):
        source = file.read_text(encoding="utf-8")
        found |= {*RAISED.findall(source), *OVERDUE.findall(source)}
    return found


def test_every_kind_in_the_source_has_its_row() -> None:
    assert raised() - {REQUIREMENT} <= book().kinds.keys()


def test_the_search_finds_what_is_there() -> None:
    assert {"gas_limit", "sos", "expired", "watch_gap", "clearance_open", "stop_not_confirmed"} <= raised()
