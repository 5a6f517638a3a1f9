"""Registers the tables of signatures with Django."""

from django.apps import AppConfig


class SignaturesConfig(AppConfig):
    """Passkeys, and the evidence of what was signed with them."""

    name = "davy.signatures"
    label = "signatures"
