"""End a connection when its time is up, however slowly each byte of it comes."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

__all__ = ["within"]


@contextmanager
def within(seconds: float, line: Callable[[], socket.socket | None]) -> Iterator[None]:
    """Raises TimeoutError when the block took longer: its connection was ended then, which wakes whoever
    reads or writes, and what came until then may be half an answer."""
    over = threading.Event()

    def end() -> None:
        over.set()
        found = line()
        if found is not None:
            with suppress(OSError):
                socket.socket.shutdown(found, socket.SHUT_RDWR)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    except Exception:
        if over.is_set():
            raise TimeoutError from None
        raise
    finally:
        timer.cancel()
    if over.is_set():
        raise TimeoutError
