"""Registers actuation with Django, and its stream with the door."""

from django.apps import AppConfig


class ActuationConfig(AppConfig):
    """See the package."""

    name = "davy.actuation"
    label = "actuation"

    def ready(self) -> None:
        """Make the stream known to the door."""
        from davy.actuation.stream import ACTUATION  # noqa: PLC0415 - models must be loaded first
        from davy.door import streams  # noqa: PLC0415 - models must be loaded first

        streams.register(ACTUATION)
