"""Registers the evidence tables with Django."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """See the package."""

    name = "davy.evidence"
    label = "evidence"
