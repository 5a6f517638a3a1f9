"""Emergencies: one open at a place. What opened one stays; what became of it is changed."""

import django.contrib.postgres.fields
from django.db import migrations, models

from davy.db.migration import EnableRls, GrantApp

BECOMES = ("version", "state", "ended_at", "told", "doc")


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="EmergencyRow",
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
                ("number", models.TextField()),
                ("state", models.TextField()),
                ("site_id", models.UUIDField(null=True)),
                ("area_id", models.UUIDField(null=True)),
                ("opened_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "told",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
                ("doc", models.JSONField()),
            ],
            options={
                "db_table": "emergency_emergency",
                "indexes": [models.Index(fields=["company_id", "-opened_at", "id"], name="emergency_newest")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")),
                        fields=("company_id", "site_id", "area_id"),
                        name="emergency_one_open",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "ended"])), name="emergency_state"
                    ),
                ],
            },
        ),
        EnableRls("emergency_emergency"),
        GrantApp(
            "emergency_emergency", ",".join(["select", "insert", *(f"update({name})" for name in BECOMES)])
        ),
    ]
