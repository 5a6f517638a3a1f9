"""Registers permits with Django, and their stream with the door."""

from django.apps import AppConfig


class PermitsConfig(AppConfig):
    """See the package."""

    name = "davy.permits"
    label = "permits"

    def ready(self) -> None:
        """Make the permit stream known to the door, and tell alarms who has which duty."""
        from davy.alarms import duties  # noqa: PLC0415 - models must be loaded first
        from davy.door import streams  # noqa: PLC0415 - models must be loaded first
        from davy.permits import holding  # noqa: PLC0415 - models must be loaded first
        from davy.permits.delegating import DELEGATION  # noqa: PLC0415 - models must be loaded first
        from davy.permits.stream import PERMIT  # noqa: PLC0415 - models must be loaded first

        streams.register(PERMIT)
        streams.register(DELEGATION)
        duties.provide(holding.duties_on, holding.duties_each, holding.holders_on)
