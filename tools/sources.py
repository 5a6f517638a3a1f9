"""Which files of this checkout were written by people."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

NOT_OURS = {
    ".git", ".venv", ".vite", ".hypothesis", ".import_linter_cache", ".mypy_cache", ".pytest_cache",
    ".ruff_cache", "__pycache__", "node_modules", "var",
}  # fmt: skip
BUILT = {
    PurePosixPath("web/dist"),
    PurePosixPath("dist"),
    PurePosixPath("build"),
    PurePosixPath("src/davy/static/web"),
}


def sources(root: Path) -> Iterator[PurePosixPath]:
    """Paths from the root, in order; nothing built, fetched or cached."""
    for folder, inner, names in os.walk(root):
        here = PurePosixPath(Path(folder).relative_to(root).as_posix())
        inner[:] = sorted(name for name in inner if name not in NOT_OURS and here / name not in BUILT)
        yield from (here / name for name in sorted(names))
