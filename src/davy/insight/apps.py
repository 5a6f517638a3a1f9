"""Registers insight with Django; its jobs are discovered by name."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """See the package."""

    name = "davy.insight"
    label = "insight"
