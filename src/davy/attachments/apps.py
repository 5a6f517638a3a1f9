"""Registers the tables of attachments with Django."""

from django.apps import AppConfig


class AttachmentsConfig(AppConfig):
    """Attachments."""

    name = "davy.attachments"
    label = "attachments"
