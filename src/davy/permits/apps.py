"""Registers permits with Django, and their stream with the door."""

from django.apps import AppConfig


class PermitsConfig(AppConfig):
    """See the package."""

    name = "davy.permits"
    label = "permits"

    def ready(self) -> None:
        """Make the permit stream known to the door."""
        from davy.door import streams  # noqa: PLC0415 - models must be loaded first
        from davy.permits.stream import PERMIT  # noqa: PLC0415 - models must be loaded first

        streams.register(PERMIT)
