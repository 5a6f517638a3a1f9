"""Registers the stream of an examination with the door."""

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    """See the package."""

    name = "davy.training"
    label = "training"

    def ready(self) -> None:
        """Make the stream known to the door."""
        from davy.door import streams  # noqa: PLC0415 - models must be loaded first
        from davy.training.stream import EXAM  # noqa: PLC0415 - models must be loaded first

        streams.register(EXAM)
