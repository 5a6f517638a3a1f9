"""The tables of the documents tell what is: nothing missing, nothing named that does not exist, nothing
stale."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench import findings
from tools import clauses, conformance, reference

ROOT = Path(__file__).parents[2]
FEATURES, SAFETY = ROOT / "docs" / "features.md", ROOT / "docs" / "safety" / "README.md"
HOW_MANY = {"A": 28, "B": 9, "C": 6, "D": 7, "E": 3, "F": 2, "G": 4, "H": 6, "I": 2, "J": 5}
LINK = re.compile(r"\]\(([^)#]+)\)")


def rows(page: Path) -> list[list[str]]:
    """The cells of every row of the page's one table, without its head."""
    lines = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def links(page: Path) -> Iterator[Path]:
    for found in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in found:
            yield (page.parent / found).resolve()


@pytest.mark.parametrize(
    ("text", "page", "how"),
    [
        (conformance.text, conformance.WRITTEN, "python -m tools.conformance"),
        (conformance.shipped, conformance.SHIPPED, "python -m tools.conformance"),
        (findings.text, findings.WRITTEN, "python -m bench.findings"),
        (reference.text, reference.WRITTEN, "python -m tools.reference"),
    ],
)
def test_what_is_written_by_a_program_is_current(text: Callable[[], str], page: Path, how: str) -> None:
    assert page.read_text(encoding="utf-8") == text(), how


def test_every_feature_stands_once() -> None:
    every = [f"{part}{number}" for part, many in HOW_MANY.items() for number in range(1, many + 1)]
    assert [row[0] for row in rows(FEATURES)] == every


def test_every_safety_rule_stands_once() -> None:
    assert [row[0] for row in rows(SAFETY)] == [f"S{n}" for n in range(1, 29)]


def test_a_feature_that_is_there_says_where_and_by_which_test() -> None:
    for identity, name, state, where, held, missing in rows(FEATURES):
        assert state in {"done", "part", "none"}, identity
        assert name
        assert bool(where) == bool(held) == (state != "none"), identity
        assert bool(missing) == (state == "part"), identity


def test_a_safety_rule_that_is_held_says_where_and_by_which_test() -> None:
    for identity, short, state, where, held, note in rows(SAFETY):
        assert state in {"held", "partly", "not yet"}, identity
        assert short
        assert bool(where) == bool(held) == (state != "not yet"), identity
        assert note or state == "held", identity


@pytest.mark.parametrize("page", [FEATURES, SAFETY], ids=lambda page: page.parent.name)
def test_what_holds_a_row_is_a_test(page: Path) -> None:
    for row in rows(page):
        for found in LINK.findall(row[4]):
            assert Path(found).name.startswith("test_") or found.endswith(".test.ts"), f"{row[0]}: {found}"


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: page.name)
def test_every_link_of_the_documents_leads_somewhere(page: Path) -> None:
    assert [str(found) for found in links(page) if not found.exists()] == []


@pytest.mark.parametrize("name", sorted(clauses.requirements()))
def test_every_requirement_has_a_clause_and_vectors(name: str) -> None:
    row = clauses.requirements()[name]
    known = r"GB (30871-2022|46768-2025) \S|AQ 3064\.2-2025 \S|Davy [SA]\d"
    assert re.match(known, row["clause"]), row["clause"]
    counted = clauses.named_in_vectors()[name]
    assert counted["failed"]
    assert counted["unknown"]
