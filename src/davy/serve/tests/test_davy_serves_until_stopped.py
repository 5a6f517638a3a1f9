"""``davy serve`` as an operator sees it: ready with one line, whole after kills, stopped within seconds."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.kill

PATIENCE = 90.0  # a first start on a machine that runs other tests


class Davy:
    """One ``davy serve`` in a process of its own."""

    def __init__(self, environment: dict[str, str], port: int, *arguments: str) -> None:
        self.port = port
        self.lines: list[str] = []
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "davy.cli", "serve", "--port", str(port), *arguments],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def until(self, words: str) -> str:
        """Read the terminal up to a line with these words."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line)
            if words in line:
                return line
        pytest.fail(f"never said {words!r}:\n{''.join(self.lines)}")

    def children(self) -> dict[str, int]:
        """Process ids of the children by the last word of their command."""
        found = {}
        for entry in Path("/proc").glob("[0-9]*/stat"):
            try:
                parent = entry.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[1]
                command = (entry.parent / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if int(parent) == self.process.pid and command != [b""]:
                found[Path(command[0].decode()).name if b"-D" in command else command[-2].decode()] = int(
                    entry.parent.name
                )
        return found

    def health(self) -> int:
        """The status of /healthz."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", "/healthz")
        status = connection.getresponse().status
        connection.close()
        return status

    def end(self) -> None:
        """Kill what the test left; nobody may outlive it."""
        children = self.children().values()
        self.process.kill()
        self.process.wait()
        assert all(gone(child) for child in children)
        if self.process.stdout is not None:
            self.process.stdout.close()


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free: int = probe.getsockname()[1]
    return free


@pytest.fixture
def davy(environment: dict[str, str], port: int) -> Iterator[Davy]:
    started = Davy(environment, port)
    yield started
    started.end()


def gone(pid: int, patience: float = 15.0) -> bool:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            if not Path(f"/proc/{pid}/cmdline").read_bytes():
                return True
        except OSError:
            return True
        time.sleep(0.05)
    return False


def recovered(davy: Davy, name: str, old: int) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if davy.children().get(name, old) != old and davy.health() == 200:
                return True
        except OSError:
            pass
        time.sleep(0.1)
    return False


def test_it_is_ready_with_one_line_and_stops_within_five_seconds(davy: Davy) -> None:
    line = davy.until("ready at")
    assert f"http://localhost:{davy.port}/" in line
    assert davy.health() == 200
    began = time.monotonic()
    davy.process.send_signal(signal.SIGTERM)
    davy.until("stopped")
    assert davy.process.wait(10) == 0
    assert time.monotonic() - began < 5


def test_every_part_that_is_killed_comes_back(davy: Davy) -> None:
    davy.until("ready at")
    for name in ("davy.serve.web:run", "davy.serve.jobs:run", "postgres"):
        old = davy.children()[name]
        os.kill(old, signal.SIGKILL)
        assert recovered(davy, name, old), f"{name}: {''.join(davy.lines)}"


def test_a_database_that_cannot_start_is_tried_until_it_can(davy: Davy, installation: Path) -> None:
    davy.until("ready at")
    needed = installation / "postgres" / "global" / "pg_control"
    old = davy.children()["postgres"]
    needed.rename(needed.with_suffix(".away"))
    os.kill(old, signal.SIGKILL)
    davy.until("It is tried again")
    assert davy.process.poll() is None
    needed.with_suffix(".away").rename(needed)
    assert recovered(davy, "postgres", old), "".join(davy.lines)


def test_killed_itself_it_leaves_nobody_and_starts_again(
    davy: Davy, environment: dict[str, str], port: int
) -> None:
    davy.until("ready at")
    children = davy.children()
    assert len(children) >= 3
    davy.process.kill()
    davy.process.wait()
    again = Davy(environment, port)
    try:
        again.until("ready at")
        print(f"ready {time.monotonic() - again.began:.1f} s after kill -9 of all")
        assert all(gone(pid) for pid in children.values())
    finally:
        again.end()


def test_a_second_one_on_the_same_data_or_port_says_what_to_do(
    davy: Davy, environment: dict[str, str], tmp_path: Path
) -> None:
    davy.until("ready at")
    same_data = Davy(environment, 1)
    assert f"process {davy.process.pid}" in same_data.until("already runs")
    assert same_data.process.wait(10) == 1
    same_data.end()
    same_port = Davy({**environment, "DAVY_DATA": str(tmp_path)}, davy.port)
    assert f"--port {davy.port + 1}" in same_port.until("cannot be used")
    assert same_port.process.wait(10) == 1
    same_port.end()
