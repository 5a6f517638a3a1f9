"""Somebody outside who sends one byte now and then holds nothing up, wherever in his answer he does it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from davy.watch import asking


@pytest.fixture(params=[b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\n"])
def slow(request: pytest.FixtureRequest) -> Iterator[str]:
    """Begins an answer and goes on with it byte by byte, for as long as anybody listens."""
    over = threading.Event()

    def answer() -> None:
        taken, _ = server.accept()
        with taken:
            taken.recv(4096)
            taken.sendall(request.param)
            try:
                while request.param and not over.wait(0.02):
                    taken.sendall(b"a")
            except OSError:
                return
            over.wait(30)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=answer)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        over.set()
        thread.join()


def test_the_limit_is_over_all_of_an_answer(slow: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "WHOLE_S", 0.3)
    with pytest.raises(asking.OutsideError):
        asking.post(slow, b"x", "text/plain")
