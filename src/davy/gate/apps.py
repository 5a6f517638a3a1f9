"""Registers gates with Django, their stream with the door, and what they listen to."""

from django.apps import AppConfig


class GateConfig(AppConfig):
    """See the package."""

    name = "davy.gate"
    label = "gate"

    def ready(self) -> None:
        """Make the stream known to the door, and hear of permits and areas."""
        from davy.door import streams  # noqa: PLC0415 - models must be loaded first
        from davy.gate.hearing import AREAS, PERMITS  # noqa: PLC0415 - models must be loaded first
        from davy.gate.stream import GATE  # noqa: PLC0415 - models must be loaded first

        streams.register(GATE)
        streams.listen("permit", PERMITS)
        streams.listen("area", AREAS)
