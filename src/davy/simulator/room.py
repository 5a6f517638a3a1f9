"""The room in the data directory where the simulator lives: one at a time, and others leave it a note of
what is to happen, because two cannot log in with one gateway's name."""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from davy.ids import uuid7

__all__ = ["Occupied", "ask", "notes", "occupied", "plant_file", "tell"]

_PATIENCE = 8.0  # seconds in which a note is answered


class Occupied(RuntimeError):  # noqa: N818 - no error: somebody plays already
    """Another simulator plays here."""


def plant_file(data: Path, company: str) -> Path:
    """What is remembered of the gateways of this company."""
    return _home(data) / f"{company}.json"


@contextmanager
def occupied(data: Path) -> Iterator[None]:
    """Hold the room. Raises Occupied when somebody else does. The kernel gives it back, however we end."""
    with (_home(data) / "lock").open("a", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Occupied from None
        for left in _home(data).glob("note-*"):
            left.unlink(missing_ok=True)
        yield


def ask(data: Path, note: dict[str, Any]) -> dict[str, Any] | None:
    """Leave whoever plays a note and wait for the answer; None when there is none in time."""
    name = uuid7().hex
    asked, answer = _home(data) / f"note-{name}.json", _home(data) / f"note-{name}.answer"
    draft = asked.with_suffix(".new")
    draft.write_text(json.dumps(note), encoding="utf-8")
    draft.replace(asked)
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if answer.exists():
            found: dict[str, Any] = json.loads(answer.read_text(encoding="utf-8"))
            answer.unlink()
            return found
        time.sleep(0.1)
    asked.unlink(missing_ok=True)
    return None


def notes(data: Path) -> list[tuple[Path, dict[str, Any]]]:
    """What others want, each to be answered with `tell`."""
    found = []
    for path in sorted(_home(data).glob("note-*.json")):
        with suppress(OSError, json.JSONDecodeError):
            found.append((path, json.loads(path.read_text(encoding="utf-8"))))
        path.unlink(missing_ok=True)
    return found


def tell(path: Path, answer: dict[str, Any]) -> None:
    """Answer the note that lay there."""
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")
    draft.replace(path.with_suffix(".answer"))


def _home(data: Path) -> Path:
    home = data / "simulator"
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    return home
