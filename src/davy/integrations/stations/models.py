"""The table of weather stations: where one is asked, how its answer is read, and how it has answered."""

from typing import ClassVar

from django.db import models

from davy.accounts.tenanted import Tenanted

__all__ = ["Station"]


class Station(Tenanted):
    """The weather station of a site. Its address may hold a key, so nobody reads it back."""

    site_id = models.UUIDField()
    url = models.CharField(max_length=500)
    fields = models.JSONField(default=dict, blank=True)  # fact → where it stands, see reading.py
    private_net = models.BooleanField(default=False)  # the station stands in the plant's own network
    enabled = models.BooleanField(default=True)
    tried_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)  # when it last told something of use
    problem = models.CharField(max_length=32, blank=True, default="")  # why not now, else empty
    failures = models.PositiveIntegerField(default=0)  # in a row

    class Meta:
        db_table = "stations_station"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "site_id"], name="stations_station_site")
        ]
