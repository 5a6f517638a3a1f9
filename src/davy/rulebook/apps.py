"""Registers the rulebook with Django."""

from django.apps import AppConfig


class RulebookConfig(AppConfig):
    """See the package."""

    name = "davy.rulebook"
    label = "rulebook"
