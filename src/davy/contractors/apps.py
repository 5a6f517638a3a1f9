"""Registers the tables of contractors with Django."""

from django.apps import AppConfig


class ContractorsConfig(AppConfig):
    """Papers and bans of firms, admissions of their people."""

    name = "davy.contractors"
    label = "contractors"
