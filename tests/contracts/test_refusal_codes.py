"""Every "no" that the code can say has its sentence in both languages, with every figure of it given."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from davy.problems.catalogue import catalogue

ROOT = Path(__file__).resolve().parents[2]
SAYS_NO = {
    "refuse",
    "Reason",
    "Problem",
    "problem",
    "plain_refusal",
    "GasError",
    "MalformedError",
    "PlanError",
    "NoDecayError",
}
# Positions of the code among the arguments of those that do not begin with it.
SECOND = {"MalformedError"}
# Put together from their parts where they are said.
COMPOSED = {"gas_over_limit", "gas_below_limit"}


@dataclass(frozen=True)
class No:
    """One place that refuses. `given` are the names of the values it hands over, None = not told here."""

    where: str
    code: str
    given: frozenset[str] | None


def _sources() -> Iterator[Path]:
    for path in sorted((ROOT / "src").rglob("*.py")):
        if "tests" not in path.parts and "migrations" not in path.parts:
            yield path


def _spoken() -> Iterator[No]:
    for path in _sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in SAYS_NO:
                place = 1 if _name(node.func) in SECOND else 0
                if len(node.args) > place and isinstance(code := node.args[place], ast.Constant):
                    where = f"{path.relative_to(ROOT)}:{node.lineno}"
                    yield No(where, str(code.value), _given(node, place))


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _given(node: ast.Call, place: int) -> frozenset[str] | None:
    """The names of the values: keywords, or the keys of a dict beside the code."""
    if any(keyword.arg is None for keyword in node.keywords):
        return None
    names = {keyword.arg for keyword in node.keywords if keyword.arg}
    if len(node.args) > place + 1:
        values = node.args[place + 1]
        if not isinstance(values, ast.Dict) or not all(isinstance(k, ast.Constant) for k in values.keys):
            return None
        names |= {str(key.value) for key in values.keys if isinstance(key, ast.Constant)}
    return frozenset(names)


SPOKEN = tuple(_spoken())


def test_many_places_refuse() -> None:
    assert len(SPOKEN) > 120
    assert len({no.code for no in SPOKEN}) > 80


@pytest.mark.parametrize("code", sorted({no.code for no in SPOKEN}))
def test_what_is_said_stands_in_the_catalogue(code: str) -> None:
    found = catalogue().get(code)
    assert found is not None, [no.where for no in SPOKEN if no.code == code]
    assert found.says.zh
    assert found.says.en


def test_every_figure_of_a_sentence_is_given_where_it_is_said() -> None:
    short = []
    for no in SPOKEN:
        refusal = catalogue()[no.code]
        remedy = refusal.remedy.zh + refusal.remedy.en if refusal.remedy else ""
        asked = {
            n for _, n, _, _ in string.Formatter().parse(refusal.says.zh + refusal.says.en + remedy) if n
        }
        if no.given is not None and not asked <= no.given:
            short.append(f"{no.where}: {no.code} needs {sorted(asked - no.given)}")
    assert short == []


def test_no_sentence_waits_for_a_refusal_that_nobody_says() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in _sources())
    front = "".join(p.read_text(encoding="utf-8") for p in sorted((ROOT / "web" / "src").rglob("*.ts")))
    unsaid = {c for c in catalogue() if f'"{c}"' not in code and f"'{c}'" not in front} - COMPOSED
    assert unsaid == set()
