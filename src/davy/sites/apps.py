"""Registers the tables of sites with Django."""

from django.apps import AppConfig


class SitesConfig(AppConfig):
    """Sites, areas, points, equipment and calendars."""

    name = "davy.sites"
    label = "sites"
