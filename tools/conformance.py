"""Writes docs/conformance/table.md: clause → requirement → vectors and tests. `python -m
tools.conformance`.

The clauses are kept by hand in docs/conformance/*-clauses.yaml; the rest is counted from the packs and
their vectors.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
WRITTEN = ROOT / "docs" / "conformance" / "table.md"
CLAUSES = ("gb30871-clauses.yaml", "aq3064-clauses.yaml", "gb46768-clauses.yaml")
LAW = ROOT / "src" / "davy_law"
VECTORS = LAW / "contracts" / "vectors" / "decisions"
OUTCOMES = ("met", "failed", "unknown")

HEAD = """# Conformance, clause by clause

Written by `python -m tools.conformance` from the clause files beside it, the rule packs and the decision
vectors; never by hand. What the columns and states mean: [README.md](README.md).

A requirement is followed by its alarm code and by the vectors that name it: how often it is met, failed
and unknown there. Every vector is judged by `tests/contracts/test_pack_vectors.py`;
`tests/contracts/test_requirement_deletion.py` takes each requirement out and expects one of them to
fail. A requirement that a vector judges and does not list as missing is met there, too; counted is only
what the vector says by name.
"""

Row = Mapping[str, Any]


def requirements() -> dict[str, Row]:
    """Every requirement of every pack by its id."""
    found: dict[str, Row] = {}
    for about in sorted((LAW / "rulepacks").glob("*/pack.yaml")):
        for part in _read(about)["files"]:
            found |= {row["id"]: row for row in _read(about.with_name(f"{part}.yaml"))["requirements"]}
    return found


def named_in_vectors() -> dict[str, Counter[str]]:
    """Requirement → how often vectors name it as met, failed or unknown."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted(VECTORS.glob("*.yaml")):
        rows = _read(path)
        for row in rows if isinstance(rows, list) else ():
            found_here = [(one, "met") for one in (*row.get("met", ()), *row.get("until", ()))]
            for requirement, outcome in (*found_here, *row.get("missing", {}).items()):
                found[requirement][outcome] += 1
    return found


def text() -> str:
    """The table as it is to be kept."""
    known, vectors = requirements(), named_in_vectors()
    parts = [HEAD]
    for name in CLAUSES:
        table = _read(ROOT / "docs" / "conformance" / name)
        parts.append(_table(f"## {table['standard']}", "clause", table["clauses"], known, vectors))
        for key, title in (
            ("own", "## Davy's own rules"),
            ("rules", "## Rules of AQ 3064.2-2025 with alarm codes"),
        ):
            if key in table:
                parts.append(_table(title, "rule", table[key], known, vectors))
    parts.append(_sums(known))
    return "\n".join(parts)


def _table(
    title: str, key: str, rows: Sequence[Row], known: Mapping[str, Row], vectors: Mapping[str, Counter[str]]
) -> str:
    lines = [
        title,
        "",
        f"| {key} | about | state | requirements | else held by | tests |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        cells = (
            str(row[key]),
            str(row.get("topic") or (f"alarm {row['alarm']}" if row.get("alarm") else "")),
            str(row.get("status", "held")),
            "<br>".join(_requirement(one, known, vectors) for one in row.get("requirements", ())),
            "<br>".join(_elsewhere(row)),
            "<br>".join(_link(path) for path in row.get("tests", ())),
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _requirement(name: str, known: Mapping[str, Row], vectors: Mapping[str, Counter[str]]) -> str:
    alarm = known[name].get("alarm")
    counted = ", ".join(f"{vectors[name][one]} {one}" for one in OUTCOMES if vectors[name][one])
    return f"`{name}`{f' · {alarm}' if alarm else ''} ({counted})"


def _elsewhere(row: Row) -> Iterator[str]:
    yield from (f"`{path}`" for path in row.get("templates", ()))
    yield from (_link(path) for path in row.get("held_by", ()))
    if row.get("note"):
        yield f"*{row['note']}*"


def _link(path: str) -> str:
    return f"[{path.rpartition('/')[2]}](../../{path})"


def _sums(known: Mapping[str, Row]) -> str:
    rows = [row for name in CLAUSES for row in _read(ROOT / "docs" / "conformance" / name)["clauses"]]
    states = Counter(str(row.get("status", "held")) for row in rows)
    told = " · ".join(f"{states[one]} {one}" for one in ("held", "partly", "later", "outside"))
    return f"{len(known)} requirements. Clauses: {told}.\n"


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    WRITTEN.write_text(text(), encoding="utf-8")
    print(f"written: {WRITTEN.relative_to(ROOT)}")
    sys.exit(0)
