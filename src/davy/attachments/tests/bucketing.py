"""A server that speaks S3 (moto's), with one bucket, on a port of this machine."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from types import TracebackType
from urllib.request import Request, build_opener

from davy.attachments.bucket import Bucket
from davy.settings.bucket import Told

__all__ = ["S3"]

_PATIENCE = 60  # seconds for it to come up on a busy machine


class S3:
    """Answers between entering and leaving; `stop` is an outage, `start` ends it with an empty bucket."""

    def __init__(self, prefix: str = "plant/one") -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.address = f"http://127.0.0.1:{self.port}"
        self.told = Told("davy", self.address, "us-east-1", "key", "secret", prefix)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """It answers, with the bucket and nothing in it."""
        command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.port)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + _PATIENCE
        while not self._made():
            assert time.monotonic() < until, "moto does not come up"
            time.sleep(0.1)

    def _made(self) -> bool:
        asked = Request(f"{self.address}/davy", method="PUT")  # noqa: S310 - of this machine
        try:
            build_opener().open(asked, timeout=5).close()
        except OSError:
            return False
        return True

    def stop(self) -> None:
        """It answers no more."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    @property
    def bucket(self) -> Bucket:
        """The store in it."""
        return Bucket(self.told)

    def __enter__(self) -> S3:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
