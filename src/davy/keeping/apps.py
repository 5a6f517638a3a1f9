"""Registers the streams of holds and erasures with the door."""

from django.apps import AppConfig


class KeepingConfig(AppConfig):
    """See the package."""

    name = "davy.keeping"
    label = "keeping"

    def ready(self) -> None:
        """Make the streams known to the door."""
        from davy.door import streams  # noqa: PLC0415 - models must be loaded first
        from davy.keeping.stream import ERASURE, HOLD  # noqa: PLC0415 - models must be loaded first

        streams.register(HOLD)
        streams.register(ERASURE)
