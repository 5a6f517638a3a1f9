"""Registers the watch over the evidence with Django; its jobs are discovered by name."""

from django.apps import AppConfig


class WatchConfig(AppConfig):
    """See the package."""

    name = "davy.watch"
    label = "watch"
