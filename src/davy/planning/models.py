"""Tables of planned work. References are ids, held in SQL to rows of the same company."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from davy.accounts.tenanted import Tenanted

__all__ = ["Booking", "WorkOrder"]


class WorkOrder(Tenanted):
    """A maintenance plan or a work order, by the number that the enterprise gave it."""

    site_id = models.UUIDField()
    number = models.CharField(max_length=64)
    title = models.CharField(max_length=200)
    source = models.CharField(max_length=16)  # plan | order
    equipment_code = models.CharField(max_length=64, blank=True, default="")  # empty: the whole site
    starts_on = models.DateField()
    ends_on = models.DateField()  # included
    open = models.BooleanField(default=True)

    class Meta:
        db_table = "planning_work_order"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "number"], name="planning_work_order_number"),
            models.UniqueConstraint(fields=["company_id", "id"], name="planning_work_order_key"),
        ]


class Booking(Tenanted):
    """Special work asked for ahead of its day: by whom, what, where, when, which types (AQ 3064.2 5.3)."""

    site_id = models.UUIDField()
    area_id = models.UUIDField()
    point_id = models.UUIDField()
    order_id = models.UUIDField(null=True, blank=True)
    applicant_unit = models.CharField(max_length=120)
    work_unit = models.CharField(max_length=120)
    content = models.CharField(max_length=2000)
    templates = ArrayField(models.CharField(max_length=60))  # names of work templates: one job, several works
    level = models.CharField(max_length=16, blank=True, default="")  # as foreseen
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    urgent = models.BooleanField(default=False)
    reason = models.CharField(max_length=500, blank=True, default="")  # why it could not wait
    state = models.CharField(max_length=16, default="asked")  # asked | approved | refused | withdrawn
    booked_by = models.UUIDField()
    booked_at = models.DateTimeField()
    decided_by = models.UUIDField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        db_table = "planning_booking"
        indexes: ClassVar = [
            models.Index(fields=["company_id", "site_id", "starts_at"], name="planning_booking_days"),
            models.Index(fields=["company_id", "point_id", "starts_at"], name="planning_booking_place"),
        ]
