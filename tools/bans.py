"""Refuses what must never be in the house: paths of somebody's machine, addresses of registries, keys,
impurity in the core, and, in the built pages (`python -m tools.bans built`), servers that are not ours.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from tools.sources import sources

# Written in pieces, so that this file keeps its own rules.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"), ("pythonhosted", "org"), ("pypi", "tuna"), ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"), ("npmmirror", "com"), ("mirrors", "aliyun"), ("mirrors", "tuna"),
        ("mirrors", "ustc"), ("mirrors", "cloud", "tencent"), ("repo", "huaweicloud"),
    )
)  # fmt: skip
WORDS: dict[str, re.Pattern[str]] = {
    "a path of somebody's machine": re.compile(
        r"(?<![\w./-])/(?:work|root|home/\w+|Users/\w+|opt/(?:pypi|wheels))/"
    ),
    "the address of a package registry": re.compile("|".join(map(re.escape, REGISTRIES))),
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY"),
    "a download address in a lock file": re.compile(r'"resolved"\s*:'),
}

# The core may compute; it may not look at a clock, a disk, a network, a random source or a log.
CORE_MAY_IMPORT = {
    "__future__", "abc", "base64", "binascii", "bisect", "calendar", "collections", "dataclasses", "datetime",
    "decimal", "enum", "fractions", "functools", "hashlib", "hmac", "itertools", "json", "math", "operator",
    "re", "statistics", "string", "textwrap", "types", "typing", "unicodedata", "uuid", "davy_core",
}  # fmt: skip
CORE_MAY_ALSO = {PurePosixPath("src/davy_core/rules/cel.py"): {"cel_expr_python"}}
CORE_MAY_NOT_CALL = {"open", "print", "input", "exec", "eval", "compile", "__import__"}

ADDRESS = re.compile(r"""(?:https?:|wss?:|["'`(])//([a-z0-9-]+(?:\.[a-z0-9-]+)+)""", re.IGNORECASE)
# Names, not requests: XML namespaces, and the pages that Vue's and Element Plus' own error texts point to.
NOT_ASKED = {"www.w3.org", "vuejs.org", "element-plus.org"}
NOBODYS = ".example"  # RFC 2606: the name of nobody, for what an empty field shows


def words(path: PurePosixPath, text: str) -> Iterator[str]:
    """Banned words of one text file."""
    for number, line in enumerate(text.splitlines(), start=1):
        for what, pattern in WORDS.items():
            if pattern.search(line):
                yield f"{path}:{number}: {what}"


def impurities(path: PurePosixPath, source: str) -> Iterator[str]:
    """Imports and calls that one file of the core may not have; its tests may import what they like."""
    allowed = CORE_MAY_IMPORT | CORE_MAY_ALSO.get(path, set())
    for node in ast.walk(ast.parse(source)):
        names: Iterable[str] = ()
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in CORE_MAY_NOT_CALL
        ):
            yield f"{path}:{node.lineno}: the core calls {node.func.id}()"
        for name in names:
            if name.split(".")[0] not in allowed:
                yield f"{path}:{getattr(node, 'lineno', 0)}: the core imports {name}"


def held_over_parts(path: PurePosixPath, source: str) -> Iterator[str]:
    """Generators that hand something over inside a tenant block. Who takes it may go on in another thread, or
    never: the transaction would stay open, and the thread would serve the next with this company."""
    for function in ast.walk(ast.parse(source)):
        if not isinstance(function, ast.FunctionDef) or function.decorator_list:  # a context manager may
            continue
        for block in ast.walk(function):
            if isinstance(block, ast.With) and any(_is_tenant(item.context_expr) for item in block.items):
                for node in ast.walk(block):
                    if isinstance(node, ast.Yield | ast.YieldFrom):
                        yield f"{path}:{node.lineno}: a tenant block is open while something is handed over"


def _is_tenant(expression: ast.expr) -> bool:
    return isinstance(expression, ast.Call) and ast.unparse(expression.func) == "tenant.company"


def foreign_hosts(path: PurePosixPath, text: str) -> Iterator[str]:
    """Servers that a built page could ask; an isolated plant has none of them."""
    for host in sorted({match.lower() for match in ADDRESS.findall(text)} - NOT_ASKED):
        if not host.endswith(NOBODYS):
            yield f"{path}: foreign host {host}"


def in_sources(root: Path) -> Iterator[str]:
    for path in sources(root):
        try:
            text = (root / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a font
        yield from words(path, text)
        if path.suffix == ".py" and path.parts[:2] == ("src", "davy_core") and "tests" not in path.parts:
            yield from impurities(path, text)
        if path.suffix == ".py" and path.parts[:2] == ("src", "davy") and "tests" not in path.parts:
            yield from held_over_parts(path, text)


def in_built_pages(root: Path) -> Iterator[str]:
    built = root / "src" / "davy" / "static" / "web"
    pages = sorted(
        path for path in built.rglob("*") if path.suffix in {".html", ".js", ".css", ".svg", ".json"}
    )
    if not pages:
        yield f"{built}: nothing is built"
    for page in pages:
        path = PurePosixPath(page.relative_to(root).as_posix())
        yield from foreign_hosts(path, page.read_text(encoding="utf-8"))


def main(root: Path, what: str) -> int:
    found = list(in_built_pages(root) if what == "built" else in_sources(root))
    print("\n".join(found) or f"bans ({what}): kept")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parent.parent, sys.argv[1] if len(sys.argv) > 1 else "sources"))
