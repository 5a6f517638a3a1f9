"""The store of attachments in a bucket that speaks S3: MinIO, Ceph, a cloud's own.

Names are those of the folder, so that whoever copies one into the other has moved it. Nothing here lists a
bucket: what there is stands in the register.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from tempfile import TemporaryFile
from typing import IO

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from davy.problems.away import AwayError
from davy.settings.bucket import Told

__all__ = ["Bucket", "StoreAwayError"]

_PART = 1 << 20
_CONNECT, _WHOLE = "5s", "60s"
"""How long is waited for a connection, and for one answer (j): a photo of 15 MB over a slow line."""
_AGAIN = timedelta(seconds=10)


class StoreAwayError(AwayError):
    """The bucket does not answer, or refuses: nothing is known of what lies there."""

    code = "attachment_store_away"


class Bucket:
    """Objects under a prefix of one bucket."""

    def __init__(self, told: Told) -> None:
        self._store = S3Store(
            told.bucket,
            prefix=told.prefix or None,
            endpoint=told.endpoint,
            region=told.region,
            access_key_id=told.key,
            secret_access_key=told.secret,
            virtual_hosted_style_request=told.by_host,
            client_options={
                "allow_http": told.endpoint.startswith("http://"),
                "connect_timeout": _CONNECT,
                "timeout": _WHOLE,
            },
            retry_config={"max_retries": 2, "retry_timeout": _AGAIN},
        )

    def open(self, name: str) -> IO[bytes]:
        """To be read from its beginning, as it comes over the line. Raises FileNotFoundError, StoreAwayError;
        reading raises StoreAwayError too."""
        with _asked():
            parts = obstore.get(self._store, name).stream(min_chunk_size=_PART)
        return io.BufferedReader(_Coming(iter(parts)), _PART)

    def there(self, name: str) -> bool:
        """Whether there is such an object. Raises StoreAwayError."""
        try:
            with _asked():
                obstore.head(self._store, name)
        except FileNotFoundError:
            return False
        return True

    def keep(self, written: IO[bytes], name: str) -> None:
        """Hand the draft over; the bucket has it when this returns. Raises StoreAwayError."""
        written.flush()
        written.seek(0)
        self._put(written, name)

    def remove(self, name: str) -> None:
        """Take it away; what is gone already is no error. Raises StoreAwayError."""
        try:
            with _asked():
                obstore.delete(self._store, name)
        except FileNotFoundError:
            pass

    @contextmanager
    def fill(self, name: str) -> Iterator[IO[bytes]]:
        """A file that is handed over when it is whole."""
        with TemporaryFile() as file:
            yield file
            file.seek(0)
            self._put(file, name)

    def _put(self, source: IO[bytes], name: str) -> None:
        try:
            with _asked():
                obstore.put(self._store, name, source)
        except FileNotFoundError as error:  # there is no such bucket
            raise StoreAwayError(str(error)[:300]) from error


class _Coming(io.RawIOBase):
    """The parts of an answer as a file that is read once."""

    def __init__(self, parts: Iterator[object]) -> None:
        super().__init__()
        self._parts = parts
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, into: object) -> int:
        target = memoryview(into).cast("B")  # type: ignore[arg-type]  # whatever has a buffer
        while not self._rest:
            with _asked():
                part = next(self._parts, None)
            if part is None:
                return 0
            self._rest = memoryview(part).cast("B")  # type: ignore[arg-type]  # bytes of the library's own
        size = min(len(target), len(self._rest))
        target[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size


@contextmanager
def _asked() -> Iterator[None]:
    """What the library raises is told by its first line: the rest is its own insides."""
    try:
        yield
    except FileNotFoundError:
        raise
    except (BaseError, OSError) as error:
        raise StoreAwayError(str(error).partition("\n")[0][:300]) from error
