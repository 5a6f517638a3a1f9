"""Keeps the parts running: starts them, starts them again with growing pauses, stops them together."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence

from davy.serve import process
from davy.serve.part import Part

__all__ = ["Child", "Children"]

_FIRST_PAUSE = 0.2  # seconds before the first restart; doubled at each further one
_LONGEST_PAUSE = 10.0
_SETTLED = 30.0  # seconds after which a part counts as healthy and its pauses begin anew


class Child:
    """One part and the process that runs it now."""

    def __init__(self, part: Part, pass_fds: Sequence[int] = ()) -> None:
        self.part = part
        self._pass_fds = tuple(pass_fds)
        self._process: subprocess.Popen[bytes] | None = None
        self._started = 0.0
        self._pause = 0.0
        self._not_before = 0.0

    def start(self) -> None:
        """Start the process; it ends with us whatever happens."""
        self._started = time.monotonic()
        self._process = process.start(
            [sys.executable, "-m", "davy.serve.part", self.part.target],
            # Not SIGTERM: with us the database goes, and a worker waits for it to say good-bye properly.
            dying=signal.SIGKILL,
            env={**os.environ, "DAVY_PROCESS": f"davy-{self.part.name}"},
            pass_fds=self._pass_fds,
        )

    @property
    def pid(self) -> int | None:
        """The process id, None while it does not run."""
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def tend(self) -> str | None:
        """Start it again when it ended and its pause is over; gives a line to print when it just ended."""
        now = time.monotonic()
        if self._process is None:
            if now >= self._not_before:
                self.start()
            return None
        code = self._process.poll()
        if code is None:
            return None
        settled = now - self._started > _SETTLED
        self._pause = _FIRST_PAUSE if settled or not self._pause else min(self._pause * 2, _LONGEST_PAUSE)
        self._not_before = now + self._pause
        self._process = None
        return f"{self.part.name} ended ({_reason(code)}); starting it again in {self._pause:.1f} s"

    def ask_to_stop(self) -> None:
        """SIGTERM, if it runs."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()

    def stop_by(self, end: float) -> None:
        """Wait until the monotonic instant, then kill."""
        if self._process is None:
            return
        try:
            self._process.wait(max(0.0, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None


class Children:
    """All parts of an installation."""

    def __init__(self, children: Iterable[Child]) -> None:
        self._children = list(children)

    def start(self, *, early: bool) -> None:
        """Start those that may load early, or the others."""
        for child in self._children:
            if child.part.early is early:
                child.start()

    def tend(self) -> list[str]:
        """Start again what ended; the lines to print."""
        return [line for child in self._children if (line := child.tend()) is not None]

    def stop(self, patience: float) -> None:
        """Ask all at once, wait together, kill what is left."""
        end = time.monotonic() + patience
        for child in self._children:
            child.ask_to_stop()
        for child in self._children:
            child.stop_by(end)


def _reason(code: int) -> str:
    return f"exit code {code}" if code >= 0 else signal.Signals(-code).name
