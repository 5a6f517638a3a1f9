"""Refuses files and functions too long to be read in one sitting, and rooms with a name for everything.

Budgets in lines: a file of the core 250, a test file 600, any other 400; a function 40, counted from its
`def` to its end without the docstring. Vue and TypeScript count as files; eslint measures their functions.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from tools.sources import sources

FUNCTION = 40
NO_NAME = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}
CODE = {".py", ".ts", ".vue", ".js"}


def budget(path: PurePosixPath) -> int:
    """How many lines the file at this path may have."""
    if "tests" in path.parts or path.name.endswith(".test.ts"):
        return 600
    return 250 if path.parts[:2] == ("src", "davy_core") else 400


def is_generated(path: PurePosixPath) -> bool:
    """Migrations and generated types are written by programs and read by them."""
    return "migrations" in path.parts or path.name.endswith(".d.ts")


def long_functions(source: str) -> Iterator[str]:
    """One complaint for each function over its budget, beginning with its line number."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = _height(node) - (_height(node.body[0]) if ast.get_docstring(node) else 0)
            if lines > FUNCTION:
                yield f"{node.lineno}: function {node.name} has {lines} lines, at most {FUNCTION}"


def _height(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def complaints(path: PurePosixPath, source: str) -> Iterator[str]:
    """Every sentence the budget has to say about one file."""
    if path.stem.lower() in NO_NAME:
        yield f"{path}: a file is named after what it is about, never '{path.stem}'"
    if path.suffix not in CODE or is_generated(path):
        return
    lines = source.count("\n") + (not source.endswith("\n"))
    if lines > budget(path):
        yield f"{path}: {lines} lines, at most {budget(path)}"
    if path.suffix == ".py":
        yield from (f"{path}:{complaint}" for complaint in long_functions(source))


def main(root: Path) -> int:
    found: list[str] = []
    for path in sources(root):
        if path.suffix in CODE or path.stem.lower() in NO_NAME:
            found += complaints(path, (root / path).read_text(encoding="utf-8"))
    print("\n".join(found) or "size budget: kept")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parent.parent))
