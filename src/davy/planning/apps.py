"""Registers the tables of planned work with Django."""

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    """Work orders and bookings."""

    name = "davy.planning"
    label = "planning"
