"""The query service of a company, its nights, and what each certificate was asked."""

from django.db import migrations, models

import davy.ids
from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    dependencies = [
        ("verification", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Asked",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "certificate_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("certificate_id", models.UUIDField()),
                ("night_id", models.UUIDField()),
                ("tries", models.PositiveSmallIntegerField()),
                ("next_at", models.DateTimeField()),
                ("done", models.BooleanField()),
                ("verdict", models.TextField(default="")),
                ("trouble", models.TextField(default="")),
            ],
            options={
                "db_table": "verification_asked",
                "indexes": [
                    models.Index(fields=["company_id", "night_id", "done"], name="verification_asked_night")
                ],
            },
        ),
        migrations.CreateModel(
            name="Night",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("day", models.DateField()),
                ("by", models.TextField()),
                ("state", models.TextField(default="going")),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("rests_until", models.DateTimeField(null=True)),
                ("rests", models.PositiveSmallIntegerField(default=0)),
                ("trouble", models.TextField(default="")),
                ("total", models.PositiveIntegerField(default=0)),
                ("confirmed", models.PositiveIntegerField(default=0)),
                ("against", models.PositiveIntegerField(default=0)),
                ("unknown", models.PositiveIntegerField(default=0)),
                ("silent", models.PositiveIntegerField(default=0)),
                ("fresh", models.PositiveIntegerField(default=0)),
            ],
            options={
                "db_table": "verification_night",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "going")),
                        fields=("company_id",),
                        name="verification_night_one",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("url", models.CharField(max_length=500)),
                ("secret", models.BinaryField(blank=True, default=b"")),
                ("private_net", models.BooleanField(default=False)),
                ("enabled", models.BooleanField(default=True)),
                ("hour", models.PositiveSmallIntegerField(default=2)),
                ("names", models.JSONField(blank=True, default=dict)),
            ],
            options={
                "db_table": "verification_source",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id",), name="verification_source_one"),
                    models.CheckConstraint(
                        condition=models.Q(("hour__lte", 23)), name="verification_source_hour"
                    ),
                ],
            },
        ),
        EnableRls("verification_source"),
        GrantApp("verification_source", "select,insert,update"),
        EnableRls("verification_night"),
        GrantApp("verification_night", "select,insert,update"),
        EnableRls("verification_asked"),
        GrantApp("verification_asked", "select,insert,update"),
    ]
