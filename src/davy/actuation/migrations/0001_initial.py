"""The actuation of work points and its orders. An order is changed only in what became of it, and how often
it was sent; what was ordered stays."""

import django.contrib.postgres.fields
from django.db import migrations, models

from davy.db.migration import EnableRls, GrantApp

BECOMES = (
    "causes", "permits", "delivered_at", "confirmed_at", "timed_out_at", "refused", "contradicted_at",
    "contradictions", "superseded", "waits", "tries", "sent_at", "next_try_at",
)  # fmt: skip


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="OrderRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.TextField()),
                ("point_id", models.UUIDField()),
                ("instrument_id", models.UUIDField()),
                ("effect", models.TextField()),
                ("table_version", models.IntegerField()),
                (
                    "causes",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                (
                    "permits",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
                ("requested_at", models.DateTimeField()),
                ("requested_by", models.TextField()),
                ("reason", models.TextField(null=True)),
                ("restores", models.TextField(null=True)),
                ("due_at", models.DateTimeField()),
                ("until_at", models.DateTimeField()),
                ("delivered_at", models.DateTimeField(null=True)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("timed_out_at", models.DateTimeField(null=True)),
                ("refused", models.TextField(null=True)),
                ("contradicted_at", models.DateTimeField(null=True)),
                ("contradictions", models.IntegerField(default=0)),
                ("superseded", models.BooleanField(default=False)),
                ("waits", models.BooleanField(default=True)),
                ("tries", models.IntegerField(default=0)),
                ("sent_at", models.DateTimeField(null=True)),
                ("next_try_at", models.DateTimeField()),
            ],
            options={
                "db_table": "actuation_order",
                "indexes": [
                    models.Index(
                        condition=models.Q(("waits", True)),
                        fields=["company_id", "next_try_at"],
                        name="actuation_waiting",
                    ),
                    models.Index(
                        condition=models.Q(("superseded", False)),
                        fields=["company_id", "instrument_id"],
                        name="actuation_holds",
                    ),
                    models.Index(
                        fields=["company_id", "point_id", "requested_at"], name="actuation_of_point"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PointRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("version", models.BigIntegerField()),
                ("versions", models.IntegerField()),
                ("in_force", models.BooleanField(default=False)),
                ("positions", models.JSONField(default=dict)),
                ("looks_at", models.DateTimeField(null=True)),
                ("doc", models.JSONField()),
            ],
            options={
                "db_table": "actuation_point",
                "indexes": [
                    models.Index(
                        condition=models.Q(("looks_at__isnull", False)),
                        fields=["company_id", "looks_at"],
                        name="actuation_looks",
                    )
                ],
            },
        ),
        EnableRls("actuation_point"),
        GrantApp("actuation_point", "select,insert,update"),
        EnableRls("actuation_order"),
        GrantApp("actuation_order", ",".join(["select", "insert", *(f"update({name})" for name in BECOMES)])),
    ]
