"""Registers the door with Django."""

from django.apps import AppConfig


class DoorConfig(AppConfig):
    """See the package."""

    name = "davy.door"
    label = "door"
