"""Registers schemes with Django, and their stream with the door."""

from django.apps import AppConfig


class SchemesConfig(AppConfig):
    """See the package."""

    name = "davy.schemes"
    label = "schemes"

    def ready(self) -> None:
        """Make the scheme stream known to the door."""
        from davy.door import streams  # noqa: PLC0415 - models must be loaded first
        from davy.schemes.stream import SCHEME  # noqa: PLC0415 - models must be loaded first

        streams.register(SCHEME)
