"""Registers the watch over the evidence with Django, and the stream of sealed readings with the door.

Its jobs are discovered by name."""

from django.apps import AppConfig


class WatchConfig(AppConfig):
    """See the package."""

    name = "davy.watch"
    label = "watch"

    def ready(self) -> None:
        """Make the stream known to the door."""
        from davy.door import streams  # noqa: PLC0415 - models must be loaded first
        from davy.watch.sealing.stream import SEALED  # noqa: PLC0415 - models must be loaded first

        streams.register(SEALED)
