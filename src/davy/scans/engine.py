"""Asks the reading process: one at a time for the whole installation, started when needed, ended when
idle."""

from __future__ import annotations

import base64
import fcntl
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings

from davy.scans.process import EndedError, LateError, Process
from davy_core.scans.pieces import Piece

__all__ = ["BusyError", "FailedError", "Seen", "installed", "read"]

PATIENCE = 12.0  # seconds for one picture, the wait for its turn included; a screen waits for 15
IDLE = 60.0  # seconds after which the process gives its memory back

_turn = threading.Lock()
_process = Process("davy.scans.child", IDLE)


class BusyError(RuntimeError):
    """Another picture is being read, or this one takes too long."""


class FailedError(RuntimeError):
    """The reading process ended over this picture."""


@dataclass(frozen=True)
class Seen:
    """Letters of a picture. `turned`: degrees counter-clockwise until it stood upright; `size`: width and
    height in pixels after that; `sharpness`: variance of the Laplacian at 1,000 pixels of width."""

    turned: int
    size: tuple[int, int]
    sharpness: float
    pieces: tuple[Piece, ...]


def installed() -> bool:
    """Whether this installation has the extra ``ocr``."""
    return find_spec("rapidocr") is not None


def read(picture: bytes, words: Sequence[str]) -> Seen:
    """The letters on a picture that has been checked and painted anew. `words`: labels whose number tells
    whether it stands upright. Raises BusyError, and FailedError for a picture that the engine cannot take."""
    until = time.monotonic() + PATIENCE
    if not _turn.acquire(timeout=PATIENCE):
        raise BusyError
    try:
        with _alone(until):
            told = _process.ask({"picture": base64.b64encode(picture).decode(), "words": list(words)}, until)
    except LateError:
        raise BusyError from None
    except EndedError:
        raise FailedError from None
    finally:
        _turn.release()
    pieces = tuple(Piece(text, tuple(box), sure, slope) for text, box, sure, slope in told["pieces"])
    return Seen(told["turned"], (told["size"][0], told["size"][1]), told["sharpness"], pieces)


@contextmanager
def _alone(until: float) -> Iterator[None]:
    """Two web processes must not both hold a gigabyte."""
    path = Path(settings.DATA) / "scans.lock"
    with path.open("a") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > until:
                    raise BusyError from None
                time.sleep(0.1)
        yield
