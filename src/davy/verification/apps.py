"""Registers the stream of a person's papers with the door."""

from django.apps import AppConfig


class VerificationConfig(AppConfig):
    """See the package."""

    name = "davy.verification"
    label = "verification"

    def ready(self) -> None:
        """Make the stream known to the door."""
        from davy.door import streams  # noqa: PLC0415 - models must be loaded first
        from davy.verification.stream import PERSON  # noqa: PLC0415 - models must be loaded first

        streams.register(PERSON)
