"""Registers the queues of phones with Django, and the streams of devices and of who signs with the door."""

from django.apps import AppConfig


class SyncConfig(AppConfig):
    """See the package."""

    name = "davy.sync"
    label = "sync"

    def ready(self) -> None:
        """Make the streams known to the door."""
        from davy.door import streams  # noqa: PLC0415 - models must be loaded first
        from davy.sync.account import ACCOUNT  # noqa: PLC0415 - models must be loaded first
        from davy.sync.stream import DEVICE  # noqa: PLC0415 - models must be loaded first

        streams.register(DEVICE)
        streams.register(ACCOUNT)
