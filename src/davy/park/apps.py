"""Django's entry of the package."""

from django.apps import AppConfig


class ParkConfig(AppConfig):
    """See the package."""

    name = "davy.park"
    label = "park"
