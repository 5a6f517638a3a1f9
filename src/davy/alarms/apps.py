"""Registers the alarms with Django; the door makes their stream known (davy.door.known)."""

from django.apps import AppConfig


class AlarmsConfig(AppConfig):
    """See the package."""

    name = "davy.alarms"
    label = "alarms"
