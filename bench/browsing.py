"""A small plant behind a real web process with a browser: the ground of what is measured on screens."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bench.ground import cluster

if TYPE_CHECKING:
    from tests.browser.town import Town

__all__ = ["town"]


@contextmanager
def town() -> Iterator[Town]:
    """Start it on a server of its own; all of it ends with the block."""
    with cluster(), tempfile.TemporaryDirectory() as folder:
        offset = Path(folder) / "clock-offset"
        os.environ.update(DJANGO_ALLOW_ASYNC_UNSAFE="1", DAVY_CLOCK_OFFSET_FILE=str(offset))
        import django  # noqa: PLC0415 - its settings are known only now

        django.setup()
        from davy.building.plant import small_plant  # noqa: PLC0415 - needs Django
        from tests.browser.town import MORNING, begin_at, running  # noqa: PLC0415 - needs Django

        begin_at(MORNING, offset)
        plant = small_plant(hostname="localhost")
        with running(plant, os.environ["DAVY_DATABASE_URL"], offset) as found:
            yield found
