"""Writes docs/conformance/table.md and davy_law/conformance.json: clause → requirement → vectors and tests.
`python -m tools.conformance`.

The clauses are kept by hand in docs/conformance; the rest is counted from the packs and their vectors. The
JSON ships with the product: the console's conformance room is drawn from it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tools.clauses import (
    FOLDER,
    KINDS,
    LAW,
    OUTCOMES,
    ROOT,
    Row,
    kind,
    named_in_vectors,
    read,
    requirements,
    state,
    tables,
    tests,
    vectors,
)

WRITTEN = FOLDER / "table.md"
SHIPPED = LAW / "conformance.json"

HEAD = """# Conformance, clause by clause

Written by `python -m tools.conformance` from the clause files beside it, the rule packs and the decision
vectors; never by hand. What the columns and states mean: [README.md](README.md).

A requirement is followed by its alarm code and by the vectors that name it: how often it is met, failed
and unknown there. Every vector is judged by `tests/contracts/test_pack_vectors.py`;
`tests/contracts/test_requirement_deletion.py` takes each requirement out and expects one of them to
fail. A requirement that a vector judges and does not list as missing is met there, too; counted is only
what the vector says by name.
"""


def text() -> str:
    """The table as it is to be kept."""
    known, named = requirements(), named_in_vectors()
    parts = [HEAD]
    found = tables()
    for table in found.values():
        parts.append(_table(f"## {table['standard']}", "clause", table["clauses"], known, named))
        for key, title in (
            ("own", "## Davy's own rules"),
            ("rules", "## Rules of AQ 3064.2-2025 with alarm codes"),
        ):
            if key in table:
                parts.append(_table(title, "rule", table[key], known, named))
    parts.append(_sums(known, [row for table in found.values() for row in table["clauses"]]))
    return "\n".join(parts)


def shipped() -> str:
    """The same for the product, one clause and one requirement a line so that it merges like text."""
    chinese = read(FOLDER / "zh.yaml")
    proofs: dict[str, list[str]] = defaultdict(list)
    for requirement, outcome, file, name in vectors():
        proofs[requirement].append(f"{outcome} · {file} · {name}")
    standards = []
    for key, table in tables().items():
        rows = ",\n".join(_json(_clause(row, chinese[key], chinese["notes"])) for row in table["clauses"])
        standards.append(f'{{"id":{_json(key)},"title":{_json(table["standard"])},"clauses":[\n{rows}\n]}}')
    named = ",\n".join(f"{_json(name)}:{_json(proofs[name])}" for name in sorted(requirements()))
    return '{"standards":[\n' + ",\n".join(standards) + f'\n],"vectors":{{\n{named}\n}}}}\n'


def _clause(row: Row, topics: Mapping[str, str], notes: Mapping[str, str]) -> dict[str, Any]:
    note = row.get("note")
    return {
        "clause": row["clause"],
        "topic": {"zh": topics.get(row["clause"], row["topic"]), "en": row["topic"]},
        "kind": kind(row),
        "state": state(row),
        "note": {"zh": notes.get(note, note), "en": note} if note else None,
        "requirements": list(row.get("requirements", ())),
        "templates": list(row.get("templates", ())),
        "held_by": list(row.get("held_by", ())),
        "tests": tests(row),
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _table(
    title: str, key: str, rows: Sequence[Row], known: Mapping[str, Row], named: Mapping[str, Counter[str]]
) -> str:
    lines = [
        title,
        "",
        f"| {key} | about | kind | state | requirements | else held by | tests |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        cells = (
            str(row[key]),
            str(row.get("topic") or (f"alarm {row['alarm']}" if row.get("alarm") else "")),
            kind(row) if key == "clause" else "",
            state(row),
            "<br>".join(_requirement(one, known, named) for one in row.get("requirements", ())),
            "<br>".join(_elsewhere(row)),
            "<br>".join(_link(path) for path in tests(row)),
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _requirement(name: str, known: Mapping[str, Row], named: Mapping[str, Counter[str]]) -> str:
    alarm = known[name].get("alarm")
    counted = ", ".join(f"{named[name][one]} {one}" for one in OUTCOMES if named[name][one])
    return f"`{name}`{f' · {alarm}' if alarm else ''} ({counted})"


def _elsewhere(row: Row) -> Iterator[str]:
    yield from (f"`{path}`" for path in row.get("templates", ()))
    yield from (_link(path) for path in row.get("held_by", ()))
    if row.get("note"):
        yield f"*{row['note']}*"


def _link(path: str) -> str:
    file, _, function = path.partition("::")
    return f"[{function or file.rpartition('/')[2]}](../../{file})"


def _sums(known: Mapping[str, Row], rows: Sequence[Row]) -> str:
    lines = [
        f"{len(known)} requirements. Clauses:",
        "",
        "| kind | held | part | open | outside |",
        "|---|---|---|---|---|",
    ]
    for one in KINDS:
        states = Counter(state(row) for row in rows if kind(row) == one)
        lines.append(
            f"| {one} | {' | '.join(str(states[each]) for each in ('held', 'part', 'open', 'outside'))} |"
        )
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    WRITTEN.write_text(text(), encoding="utf-8")
    SHIPPED.write_text(shipped(), encoding="utf-8")
    print(f"written: {WRITTEN.relative_to(ROOT)}, {SHIPPED.relative_to(ROOT)}")
    sys.exit(0)
