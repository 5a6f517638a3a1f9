"""Registers the tables of people with Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Firms, persons, posts and certificates."""

    name = "davy.people"
    label = "people"
