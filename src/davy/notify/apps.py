"""Registers the inbox with Django; its job is discovered by name."""

from django.apps import AppConfig


class NotifyConfig(AppConfig):
    """See the package."""

    name = "davy.notify"
    label = "notify"
