"""The reading process as its parent holds it: one question at a time, ended when it is late or long idle."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from typing import Any

__all__ = ["EndedError", "LateError", "Process"]

_PIECE = 1 << 16  # bytes a read


class LateError(RuntimeError):
    """No answer in time; the process was ended."""


class EndedError(RuntimeError):
    """The process ended instead of answering."""


class Process:
    """Started by the first question; `idle` seconds without one end it. Not for two threads at once."""

    def __init__(self, module: str, idle: float) -> None:
        self._module, self._idle = module, idle
        self._running: subprocess.Popen[bytes] | None = None
        self._rest: threading.Timer | None = None
        self._guard = threading.Lock()

    def ask(self, question: Mapping[str, Any], until: float) -> Any:
        """The answer to a question, by `time.monotonic`. Raises LateError and EndedError; the next question
        starts it anew."""
        with self._guard:
            if self._rest is not None:
                self._rest.cancel()
            try:
                return self._asked(question, until)
            except (LateError, EndedError):
                self._end()
                raise
            finally:
                self._rest = threading.Timer(self._idle, self.end)
                self._rest.daemon = True
                self._rest.start()

    def end(self) -> None:
        """Give its memory back."""
        with self._guard:
            self._end()

    def _end(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            running.kill()
            for pipe in (running.stdin, running.stdout):
                if pipe is not None:
                    pipe.close()
            running.wait()

    def _asked(self, question: Mapping[str, Any], until: float) -> Any:
        running = self._running = self._running or self._start()
        if running.stdin is None or running.stdout is None:
            raise EndedError
        try:
            running.stdin.write(json.dumps(question).encode() + b"\n")
            running.stdin.flush()
        except BrokenPipeError:
            raise EndedError from None
        return json.loads(_line(running.stdout.fileno(), until))

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", self._module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )


def _line(source: int, until: float) -> bytes:
    """One line of it. Raises LateError and EndedError."""
    found = bytearray()
    with selectors.DefaultSelector() as waiting:
        waiting.register(source, selectors.EVENT_READ)
        while not found.endswith(b"\n"):
            left = until - time.monotonic()
            if left <= 0 or not waiting.select(left):
                raise LateError
            piece = os.read(source, _PIECE)
            if not piece:
                raise EndedError
            found += piece
    return bytes(found)
