"""Registers the streams of holds, erasures, periods and removals with the door."""

from django.apps import AppConfig


class KeepingConfig(AppConfig):
    """See the package."""

    name = "davy.keeping"
    label = "keeping"

    def ready(self) -> None:
        """Make the streams known to the door."""
        from davy.door import streams  # noqa: PLC0415 - models must be loaded first
        from davy.keeping.removals import REMOVAL  # noqa: PLC0415 - models must be loaded first
        from davy.keeping.rules import RETENTION  # noqa: PLC0415 - models must be loaded first
        from davy.keeping.stream import ERASURE, HOLD  # noqa: PLC0415 - models must be loaded first

        for known in (HOLD, ERASURE, RETENTION, REMOVAL):
            streams.register(known)
