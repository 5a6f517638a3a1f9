"""The reading process may hang or die over a picture: whoever asked is told, and the next question is
answered."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from davy.scans.process import EndedError, LateError, Process


@pytest.fixture
def process() -> Iterator[Process]:
    found = Process("davy.scans.tests.dawdling", idle=60)
    yield found
    found.end()


def _ask(process: Process, do: str, seconds: float = 30, **more: int) -> dict[str, object]:
    return dict(process.ask({"do": do, **more}, time.monotonic() + seconds))


def _lives(pid: object) -> bool:
    try:
        os.kill(int(str(pid)), 0)
    except ProcessLookupError:
        return False
    return True


def test_one_process_answers_again_and_again_however_long_the_answer(process: Process) -> None:
    first = _ask(process, "a")
    second = _ask(process, "b", times=300_000)
    assert first["pid"] == second["pid"]
    assert second["said"] == "b" * 300_000


def test_a_late_one_is_ended_and_another_answers(process: Process) -> None:
    first = _ask(process, "a")
    with pytest.raises(LateError):
        _ask(process, "sleep", 0.2)
    assert not _lives(first["pid"])
    assert _ask(process, "a")["pid"] != first["pid"]


def test_one_that_ends_is_told_and_another_answers(process: Process) -> None:
    with pytest.raises(EndedError):
        _ask(process, "end")
    assert _ask(process, "a")["said"] == "a"


def test_an_idle_one_gives_its_memory_back() -> None:
    process = Process("davy.scans.tests.dawdling", idle=0.05)
    pid = _ask(process, "a")["pid"]
    until = time.monotonic() + 20
    while _lives(pid) and time.monotonic() < until:
        time.sleep(0.02)
    assert not _lives(pid)
