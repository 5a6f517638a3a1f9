"""Registers the tables of reminders with Django."""

from django.apps import AppConfig


class RemindingConfig(AppConfig):
    """See the package."""

    name = "davy.reminding"
    label = "reminding"
