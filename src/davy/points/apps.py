"""Registers points with Django; its jobs are discovered by name."""

from django.apps import AppConfig


class PointsConfig(AppConfig):
    """See the package."""

    name = "davy.points"
    label = "points"
