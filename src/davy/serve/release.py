"""Remembers to which release the embedded database was migrated: an ordinary start need not ask it."""

import hashlib
from importlib.metadata import version
from pathlib import Path

__all__ = ["is_current", "remember"]

_NAME = "davy-release"  # beside PG_VERSION: it goes wherever the files of the database go
_LIBRARIES = ("django", "django-allauth", "procrastinate")  # they bring migrations of their own


def is_current(cluster: Path) -> bool:
    """Whether the database in this directory was last migrated by the very same release."""
    stamp = cluster / _NAME
    return stamp.is_file() and stamp.read_text(encoding="ascii") == _release()


def remember(cluster: Path) -> None:
    """Note that the database in this directory is now of this release."""
    (cluster / _NAME).write_text(_release(), encoding="ascii")


def _release() -> str:
    """Names everything a migration run depends on: our settings, operations and migrations, the libraries."""
    digest = hashlib.sha256()
    package = Path(__file__).parent.parent
    for pattern in ("*/migrations/*.py", "db/*.py", "settings/__init__.py"):
        for file in sorted(package.glob(pattern)):
            digest.update(f"{file.relative_to(package)}\0".encode() + file.read_bytes() + b"\0")
    for library in _LIBRARIES:
        digest.update(f"{library}=={version(library)}\0".encode())
    return digest.hexdigest()
