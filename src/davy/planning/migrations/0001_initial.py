"""Work orders and bookings, each row of one company."""

from typing import Any

import django.contrib.postgres.fields
from django.db import migrations, models

import davy.ids
from davy.db.migration import EnableRls, GrantApp


def _own() -> list[tuple[str, Any]]:
    return [
        (
            "id",
            models.UUIDField(default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False),
        ),
        ("company_id", models.UUIDField(editable=False)),
    ]


def _reference(table: str, column: str, to: str) -> migrations.RunSQL:
    """Held for every row to come; the table is empty, and row security would stop the look at old rows."""
    name = f"{table}_{column}_fk"
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name}"
        f" FOREIGN KEY (company_id, {column}) REFERENCES {to} (company_id, id) NOT VALID",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    initial = True
    dependencies = [("sites", "0005_plan_required"), ("people", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="WorkOrder",
            fields=[
                *_own(),
                ("site_id", models.UUIDField()),
                ("number", models.CharField(max_length=64)),
                ("title", models.CharField(max_length=200)),
                ("source", models.CharField(max_length=16)),
                ("equipment_code", models.CharField(blank=True, default="", max_length=64)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("open", models.BooleanField(default=True)),
            ],
            options={
                "db_table": "planning_work_order",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_id", "number"), name="planning_work_order_number"
                    ),
                    models.UniqueConstraint(fields=("company_id", "id"), name="planning_work_order_key"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Booking",
            fields=[
                *_own(),
                ("site_id", models.UUIDField()),
                ("area_id", models.UUIDField()),
                ("point_id", models.UUIDField()),
                ("order_id", models.UUIDField(blank=True, null=True)),
                ("applicant_unit", models.CharField(max_length=120)),
                ("work_unit", models.CharField(max_length=120)),
                ("content", models.CharField(max_length=2000)),
                (
                    "templates",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), size=None
                    ),
                ),
                ("level", models.CharField(blank=True, default="", max_length=16)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("urgent", models.BooleanField(default=False)),
                ("reason", models.CharField(blank=True, default="", max_length=500)),
                ("state", models.CharField(default="asked", max_length=16)),
                ("booked_by", models.UUIDField()),
                ("booked_at", models.DateTimeField()),
                ("decided_by", models.UUIDField(blank=True, null=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("note", models.CharField(blank=True, default="", max_length=500)),
            ],
            options={
                "db_table": "planning_booking",
                "indexes": [
                    models.Index(fields=["company_id", "site_id", "starts_at"], name="planning_booking_days"),
                    models.Index(
                        fields=["company_id", "point_id", "starts_at"], name="planning_booking_place"
                    ),
                ],
            },
        ),
        _reference("planning_work_order", "site_id", "sites_site"),
        _reference("planning_booking", "site_id", "sites_site"),
        _reference("planning_booking", "area_id", "sites_area"),
        _reference("planning_booking", "point_id", "sites_work_point"),
        _reference("planning_booking", "order_id", "planning_work_order"),
        EnableRls("planning_work_order"),
        EnableRls("planning_booking"),
        GrantApp("planning_work_order", "select,insert,update"),
        GrantApp("planning_booking", "select,insert,update"),
    ]
