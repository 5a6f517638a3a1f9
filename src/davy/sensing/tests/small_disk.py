"""A disk of a few megabytes that a process of ours writes to, and that can be filled and emptied."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

__all__ = ["Disk", "small_disk"]


@dataclass(frozen=True)
class Disk:
    """Mounted at `place`, for those alone who came in by `within`."""

    place: Path
    keeper: int

    def within(self, command: Sequence[str]) -> str:
        """The shell line that runs the command where the disk is mounted."""
        return f"exec {shlex.join([*self.into, *command])}"

    @property
    def into(self) -> tuple[str, ...]:
        """What has to stand before a command that is to see the disk."""
        rights = () if os.geteuid() == 0 else ("--user", "--preserve-credentials")
        return ("nsenter", f"--target={self.keeper}", "--mount", *rights)

    @property
    def seen(self) -> Path:
        """Where everybody else finds what is on it."""
        return Path(f"/proc/{self.keeper}/root{self.place}")

    def fill(self) -> None:
        """Nothing more can be written, as on a disk that others filled."""
        with self._ballast().open("ab", buffering=0) as file:
            for size in (65536, 4096, 1):
                while self._wrote(file.fileno(), size):
                    pass

    def empty(self) -> None:
        """Somebody made room."""
        self._ballast().unlink()

    def _ballast(self) -> Path:
        return self.seen / "ballast"

    def _wrote(self, file: int, size: int) -> bool:
        try:
            return os.write(file, b"x" * size) > 0
        except OSError:
            return False


@contextmanager
def small_disk(place: Path, megabytes: int, mode: str = "700") -> Iterator[Disk]:
    """A disk in memory, in a name space of its own: no right of root is needed where the kernel lets users
    have one."""
    place.mkdir(mode=int(mode, 8), parents=True)
    mount = f"mount -t tmpfs -o size={megabytes}m,mode={mode} none {shlex.quote(str(place))}"
    line = f"{mount} && echo ready && exec sleep 600"
    rights = [] if os.geteuid() == 0 else ["--user", "--map-current-user", "--keep-caps"]
    keeper = subprocess.Popen(
        ["unshare", "--mount", *rights, "sh", "-c", line],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert keeper.stdout is not None
        said = keeper.stdout.readline()
        if said != "ready\n":
            pytest.skip(f"this machine lets nobody mount a small disk: {said.strip()}")
        yield Disk(place, keeper.pid)
    finally:
        keeper.kill()
        keeper.wait()
        keeper.stdout.close()  # type: ignore[union-attr]  # a pipe was asked for
