"""Holds and erasures, and what else an erasure has to reach."""

from django.db import migrations, models

from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("evidence", "0008_erase_parts"),
        ("outbox", "0002_erase"),
        ("people", "0004_delegation"),
        ("permits", "0006_archive_words"),
        ("devices", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ErasedRecord",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "erasure_id",
                        "kind",
                        "stream_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("erasure_id", models.UUIDField()),
                ("kind", models.TextField()),
                ("stream_id", models.UUIDField()),
            ],
            options={
                "db_table": "keeping_erased_record",
                "indexes": [
                    models.Index(fields=["company_id", "kind", "stream_id"], name="keeping_erased_stream")
                ],
            },
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("state", models.TextField()),
                ("reason", models.TextField()),
                ("requested_by", models.UUIDField()),
                ("requested_at", models.DateTimeField()),
                ("carried_by", models.UUIDField(null=True)),
                ("carried_at", models.DateTimeField(null=True)),
                ("times", models.PositiveIntegerField(default=0)),
                ("words", models.PositiveIntegerField(default=0)),
                ("files", models.PositiveIntegerField(default=0)),
                ("kept", models.PositiveIntegerField(default=0)),
            ],
            options={
                "db_table": "keeping_erasure",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["requested", "part", "done", "withdrawn"])),
                        name="keeping_erasure_state",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["requested", "part"])),
                        fields=("company_id", "person_id"),
                        name="keeping_erasure_one",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("about", models.TextField()),
                ("permit_id", models.UUIDField(null=True)),
                ("person_id", models.UUIDField(null=True)),
                ("starts_at", models.DateTimeField(null=True)),
                ("ends_at", models.DateTimeField(null=True)),
                ("reason", models.TextField()),
                ("placed_by", models.UUIDField()),
                ("placed_at", models.DateTimeField()),
                ("lifted_by", models.UUIDField(null=True)),
                ("lifted_at", models.DateTimeField(null=True)),
                ("lifted_why", models.TextField(default="")),
            ],
            options={
                "db_table": "keeping_hold",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("about__in", ["permit", "person", "span"])),
                        name="keeping_hold_about",
                    )
                ],
            },
        ),
        EnableRls("keeping_hold"),
        GrantApp("keeping_hold", "select,insert,update"),
        EnableRls("keeping_erasure"),
        GrantApp("keeping_erasure", "select,insert,update"),
        EnableRls("keeping_erased_record"),
        GrantApp("keeping_erased_record", "select,insert"),
        # The newest sign of life of a phone is no evidence; the words of a delegation repeat the chain's.
        GrantApp("permits_contact", "delete"),
        GrantApp("people_delegation", "update(reason)"),
    ]
