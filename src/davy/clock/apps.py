"""Registers the clock's heartbeat table with Django."""

from django.apps import AppConfig


class ClockConfig(AppConfig):
    """See the package."""

    name = "davy.clock"
    label = "clock"
