"""Registers the devices with Django; their stream belongs to davy.sync, which judges what they send."""

from django.apps import AppConfig


class DevicesConfig(AppConfig):
    """See the package."""

    name = "davy.devices"
    label = "devices"
