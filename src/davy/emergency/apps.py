"""Registers the streams of areas, of rules and of emergencies with the door."""

from django.apps import AppConfig


class EmergencyConfig(AppConfig):
    """See the package."""

    name = "davy.emergency"
    label = "emergency"

    def ready(self) -> None:
        """Make the streams known to the door."""
        from davy.door import streams  # noqa: PLC0415 - models must be loaded first
        from davy.emergency.emergencies import EMERGENCY  # noqa: PLC0415 - models must be loaded first
        from davy.emergency.recall import RULEBOOK  # noqa: PLC0415 - models must be loaded first
        from davy.emergency.stream import AREA  # noqa: PLC0415 - models must be loaded first

        streams.register(AREA)
        streams.register(RULEBOOK)
        streams.register(EMERGENCY)
