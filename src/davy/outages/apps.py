"""Registers outages with Django, and their streams with the door."""

from django.apps import AppConfig


class OutagesConfig(AppConfig):
    """See the package."""

    name = "davy.outages"
    label = "outages"

    def ready(self) -> None:
        """Make the streams of outages and of blocks known to the door."""
        from davy.door import streams  # noqa: PLC0415 - models must be loaded first
        from davy.outages.stream import BLOCK, OUTAGE  # noqa: PLC0415 - models must be loaded first

        streams.register(OUTAGE)
        streams.register(BLOCK)
