"""Reminders of papers that end, appointments for renewing them, and steps of a company's own."""

import django.contrib.postgres.fields
from django.db import migrations, models

import davy.ids
from davy.db.migration import EnableRls, GrantApp

# What is told of somebody goes with him: an import that is taken back takes its people away.
REFERENCES = "".join(
    f"ALTER TABLE reminding_{table} ADD CONSTRAINT reminding_{table}_person_id_fk"
    " FOREIGN KEY (company_id, person_id) REFERENCES people_person (company_id, id)"
    " ON DELETE CASCADE NOT VALID;\n"
    for table in ("reminder", "booking")
)
NO_REFERENCES = "".join(
    f"ALTER TABLE reminding_{table} DROP CONSTRAINT reminding_{table}_person_id_fk;\n"
    for table in ("reminder", "booking")
)


class Migration(migrations.Migration):
    initial = True

    dependencies = [("people", "0005_ledger")]

    operations = [
        migrations.CreateModel(
            name="Booking",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("paper_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("what", models.CharField(max_length=16)),
                ("day", models.DateField()),
                ("on", models.DateField()),
                ("place", models.CharField(max_length=128)),
                ("note", models.CharField(blank=True, default="", max_length=200)),
            ],
            options={
                "db_table": "reminding_booking",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_id", "paper_id", "day"), name="reminding_booking_one"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Morning",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("on", models.DateField()),
            ],
            options={
                "db_table": "reminding_morning",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "on"), name="reminding_morning_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("paper_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("what", models.CharField(max_length=16)),
                ("day", models.DateField()),
                ("step", models.SmallIntegerField()),
                ("at", models.DateTimeField()),
                ("told", models.BooleanField()),
                ("missed", models.BooleanField(default=False)),
                (
                    "told_to",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), blank=True, default=list, size=None
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "db_table": "reminding_reminder",
                "indexes": [
                    models.Index(fields=["company_id", "person_id", "-at"], name="reminding_reminder_person")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("company_id", "paper_id", "day", "step"),
                        name="reminding_reminder_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Steps",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("what", models.CharField(max_length=16)),
                (
                    "days",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), size=None
                    ),
                ),
            ],
            options={
                "db_table": "reminding_steps",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "what"), name="reminding_steps_one")
                ],
            },
        ),
        migrations.RunSQL(REFERENCES, NO_REFERENCES),
        EnableRls("reminding_reminder"),
        GrantApp("reminding_reminder", "select,insert,update(withdrawn_at),delete"),
        EnableRls("reminding_booking"),
        GrantApp("reminding_booking", "select,insert,update,delete"),
        EnableRls("reminding_steps"),
        GrantApp("reminding_steps", "select,insert,update,delete"),
        EnableRls("reminding_morning"),
        GrantApp("reminding_morning", "select,insert"),
    ]
