"""Registers the door with Django."""

from django.apps import AppConfig


class DoorConfig(AppConfig):
    """See the package."""

    name = "davy.door"
    label = "door"

    def ready(self) -> None:
        """Make the streams of the registers below known."""
        from davy.door.known import register_known  # noqa: PLC0415 - models must be loaded first

        register_known()
