"""Registers isolations with Django, and their stream with the door."""

from django.apps import AppConfig


class IsolationsConfig(AppConfig):
    """See the package."""

    name = "davy.isolations"
    label = "isolations"

    def ready(self) -> None:
        """Make the isolation stream known to the door."""
        from davy.door import streams  # noqa: PLC0415 - models must be loaded first
        from davy.isolations.stream import ISOLATION  # noqa: PLC0415 - models must be loaded first

        streams.register(ISOLATION)
