"""Registers the outbox table with Django."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """See the package."""

    name = "davy.outbox"
    label = "outbox"
