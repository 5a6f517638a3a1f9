"""Registers the table of weather stations with Django."""

from django.apps import AppConfig


class StationsConfig(AppConfig):
    """See the package."""

    name = "davy.integrations.stations"
    label = "stations"
