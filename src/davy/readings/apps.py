"""Registers the readings with Django."""

from django.apps import AppConfig


class ReadingsConfig(AppConfig):
    """See the package."""

    name = "davy.readings"
    label = "readings"
