"""The tables of outages, of blocks of sheets, and of the sheets."""

import django.contrib.postgres.fields
from django.db import migrations, models

from davy.db.migration import EnableRls, GrantApp


def key(name: str) -> models.CompositePrimaryKey:
    return models.CompositePrimaryKey(
        "company_id", name, blank=True, editable=False, primary_key=True, serialize=False
    )


STATES = ["blank", "doubted", "lost", "void", "returned", "live", "closed"]


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="OutageRow",
            fields=[
                ("pk", key("id")),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("version", models.BigIntegerField()),
                ("number", models.TextField()),
                ("state", models.TextField()),
                ("site_id", models.UUIDField()),
                (
                    "areas",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
                ("starts_at", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("doc", models.JSONField()),
            ],
            options={
                "db_table": "outages_outage",
                "indexes": [
                    models.Index(fields=["company_id", "site_id", "-starts_at"], name="outages_newest"),
                    models.Index(
                        condition=models.Q(("state", "open")),
                        fields=["company_id", "until"],
                        name="outages_open",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "number"), name="outages_number"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "ended"])), name="outages_state"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BlockRow",
            fields=[
                ("pk", key("id")),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("version", models.BigIntegerField()),
                ("number", models.TextField()),
                ("template", models.TextField()),
                ("site_id", models.UUIDField()),
                (
                    "areas",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
                ("holder_id", models.UUIDField()),
                ("offered_id", models.UUIDField(null=True)),
                ("printed_at", models.DateTimeField()),
                ("last_serial", models.PositiveIntegerField()),
                ("open_sheets", models.PositiveIntegerField()),
                ("doc", models.JSONField()),
            ],
            options={
                "db_table": "outages_block",
                "indexes": [
                    models.Index(fields=["company_id", "-printed_at", "id"], name="outages_block_newest"),
                    models.Index(fields=["company_id", "last_serial"], name="outages_block_serial"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "number"), name="outages_block_number"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SheetRow",
            fields=[
                ("pk", key("serial")),
                ("company_id", models.UUIDField()),
                ("serial", models.TextField()),
                ("block_id", models.UUIDField()),
                ("type", models.TextField()),
                ("state", models.TextField()),
                ("unused_at", models.DateTimeField(null=True)),
                ("site_id", models.UUIDField(null=True)),
                ("area_id", models.UUIDField(null=True)),
                ("point_id", models.UUIDField(null=True)),
                ("registered_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "outages_sheet",
                "indexes": [
                    models.Index(fields=["company_id", "block_id", "serial"], name="outages_sheet_block"),
                    models.Index(
                        condition=models.Q(("state", "live")),
                        fields=["company_id", "site_id"],
                        name="outages_live",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", STATES)), name="outages_sheet_state"
                    ),
                ],
            },
        ),
        EnableRls("outages_outage"),
        EnableRls("outages_block"),
        EnableRls("outages_sheet"),
        GrantApp("outages_outage", "select,insert,update"),
        GrantApp("outages_block", "select,insert,update"),
        GrantApp("outages_sheet", "select,insert,update"),
    ]
