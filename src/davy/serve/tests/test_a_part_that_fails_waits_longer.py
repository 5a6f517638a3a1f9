"""A part that ends is started again; one that keeps ending waits longer each time, up to a limit."""

import sys
import time

import pytest

from davy.serve import children, process
from davy.serve.children import Child, Children
from davy.serve.part import PARTS, Part


def ended(child: Child) -> str:
    """Tend until the part ends; its line."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        line = child.tend()
        if line is not None:
            return line
        time.sleep(0.01)
    pytest.fail("it never ended")


def test_pauses_grow_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "_FIRST_PAUSE", 0.1)
    monkeypatch.setattr(children, "_LONGEST_PAUSE", 0.2)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    child = Child(Part("broken", "no.such:thing"))
    child.start()
    lines = [ended(child) for _ in range(3)]
    assert [line.rsplit(" in ", 1)[1] for line in lines] == ["0.1 s", "0.2 s", "0.2 s"]
    assert "broken ended (exit code 1)" in lines[0]
    child.stop_by(time.monotonic())


def test_a_part_that_does_not_listen_is_killed_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    stubborn = ["/bin/sh", "-c", "trap '' TERM; while :; do sleep 0.05; done"]
    start = process.start
    monkeypatch.setattr(process, "start", lambda _command, **rest: start(stubborn, **rest))
    child = Child(Part("stubborn", "no.such:thing"))
    child.start()
    time.sleep(0.2)
    began = time.monotonic()
    Children([child]).stop(0.3)
    assert 0.2 < time.monotonic() - began < 3
    assert child.pid is None


def test_only_parts_of_this_release_are_started() -> None:
    assert Part("web", "davy.serve.web:run").here
    assert not Part("later", "davy.nowhere.loop:run").here
    assert not Part("later", "davy.serve.nowhere:run").here
    assert {part.name for part in PARTS if part.here} >= {"web", "jobs"}
