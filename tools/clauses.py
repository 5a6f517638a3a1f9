"""Reads the clause files of docs/conformance and says of every clause what kind it is and what proves it.

A clause is `hard` (the mandatory body of a standard), `informative` (annexes, scope and terms), `enterprise`
(the enterprise's own organisation decides it; Davy ships a default) or `outside` (nothing software can hold).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "conformance"
LAW = ROOT / "src" / "davy_law"
VECTORS = LAW / "contracts" / "vectors" / "decisions"
STANDARDS = {
    "gb30871": "gb30871-clauses.yaml",
    "aq3064": "aq3064-clauses.yaml",
    "gb46768": "gb46768-clauses.yaml",
    "industry": "industry-clauses.yaml",
}
KINDS = ("hard", "informative", "enterprise", "outside")
STATES = {"held": "held", "partly": "part", "later": "open", "outside": "outside"}
PROVES_VECTORS = "tests/contracts/test_pack_vectors.py"
PROVES_TEMPLATES = "tests/contracts/test_templates_valid.py"
OUTCOMES = ("met", "failed", "unknown")
DIGITS = re.compile(r"\d+")

Row = Mapping[str, Any]


def tables() -> dict[str, dict[str, Any]]:
    """Each standard with its own file and those of its folder, the clauses in the order of their numbers."""
    found = {}
    for key, name in STANDARDS.items():
        table = dict(read(FOLDER / name))
        more = sorted((FOLDER / key).glob("*.yaml"))
        rows = [*table["clauses"], *(row for path in more for row in read(path)["clauses"])]
        found[key] = {**table, "clauses": sorted(rows, key=_place)}
    return found


def kind(row: Row) -> str:
    """What kind of clause it is: as the row says, else by its place."""
    if "kind" in row:
        return str(row["kind"])
    if row.get("status") == "outside":
        return "outside"
    return "informative" if str(row.get("clause", "")).startswith(("A.", "B.")) else "hard"


def state(row: Row) -> str:
    """held, part, open or outside."""
    return STATES[str(row.get("status", "held"))]


def tests(row: Row) -> list[str]:
    """Every test that fails when what holds the clause is taken away."""
    found = [PROVES_VECTORS] if row.get("requirements") else []
    found += [PROVES_TEMPLATES] if row.get("templates") else []
    return [*dict.fromkeys([*found, *row.get("tests", ())])]


def missing(row: Row) -> list[str]:
    """The tests that a row names and that do not exist: a file, or file::function."""
    return [name for name in tests(row) if not _exists(name)]


@cache
def requirements() -> dict[str, Row]:
    """Every requirement of every pack by its id."""
    found: dict[str, Row] = {}
    for about in sorted((LAW / "rulepacks").glob("*/pack.yaml")):
        for part in read(about)["files"]:
            found |= {row["id"]: row for row in read(about.with_name(f"{part}.yaml"))["requirements"]}
    return found


def vectors() -> Iterator[tuple[str, str, str, str]]:
    """(requirement, outcome, file, name of the vector) wherever a vector names a requirement."""
    for path in sorted(VECTORS.glob("*.yaml")):
        rows = read(path)
        for row in rows if isinstance(rows, list) else ():
            for one in (*row.get("met", ()), *row.get("until", ())):
                yield one, "met", path.stem, row["name"]
            for one, outcome in row.get("missing", {}).items():
                yield one, outcome, path.stem, row["name"]


@cache
def named_in_vectors() -> dict[str, Counter[str]]:
    """Requirement → how often vectors name it as met, failed or unknown."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for requirement, outcome, _, _ in vectors():
        found[requirement][outcome] += 1
    return found


def read(path: Path) -> Any:
    """A YAML file, parsed."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _place(row: Row) -> tuple[str, list[int], str]:
    clause = str(row["clause"])
    first = clause.split(" ", maxsplit=1)[0]
    return first[0] if first[0].isalpha() else "", [int(n) for n in DIGITS.findall(first)], clause


def _exists(name: str) -> bool:
    path, _, function = name.partition("::")
    file = ROOT / path
    if not file.is_file():
        return False
    return not function or re.search(rf"^def {function}\(", file.read_text("utf-8"), re.MULTILINE) is not None
