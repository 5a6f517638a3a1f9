"""Registers the driver of instruments with Django, and their stream with the door."""

from django.apps import AppConfig


class SensingConfig(AppConfig):
    """See the package."""

    name = "davy.sensing"
    label = "sensing"

    def ready(self) -> None:
        """Make the stream of instruments known to the door."""
        from davy.door import streams  # noqa: PLC0415 - models must be loaded first
        from davy.sensing.stream import INSTRUMENT  # noqa: PLC0415 - models must be loaded first

        streams.register(INSTRUMENT)
