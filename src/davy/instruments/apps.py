"""Registers the instruments with Django; their stream belongs to davy.sensing, which knows the permits."""

from django.apps import AppConfig


class InstrumentsConfig(AppConfig):
    """See the package."""

    name = "davy.instruments"
    label = "instruments"
