"""What of the inbox goes out of the app."""

from django.db import migrations, models

import davy.ids
from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    dependencies = [
        ("notify", "0001_initial"),
        ("people", "0004_delegation"),
    ]

    operations = [
        migrations.CreateModel(
            name="Address",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("person_id", models.UUIDField()),
                ("kind", models.CharField(max_length=16)),
                ("address", models.CharField(max_length=254)),
            ],
            options={
                "db_table": "notify_address",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_id", "person_id", "kind"), name="notify_address_one"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("person_id", models.UUIDField()),
                ("messenger", models.CharField(max_length=16)),
                ("inbox_id", models.UUIDField()),
                ("severity", models.TextField()),
                ("title", models.TextField()),
                ("at", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("state", models.CharField(default="waiting", max_length=8)),
                ("tries", models.PositiveIntegerField(default=0)),
                ("next_at", models.DateTimeField()),
                ("problem", models.CharField(default="", max_length=32)),
                ("sent_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "notify_message",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["waiting", "sending"])),
                        fields=["company_id", "next_at"],
                        name="notify_message_due",
                    ),
                    models.Index(
                        fields=["company_id", "person_id", "messenger", "-sent_at"],
                        name="notify_message_last",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_id", "inbox_id", "messenger"), name="notify_message_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "sending", "sent", "given_up", "read"])),
                        name="notify_message_state",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Messenger",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("kind", models.CharField(max_length=16)),
                ("enabled", models.BooleanField(default=True)),
                ("private_net", models.BooleanField(default=False)),
                ("settings", models.JSONField(blank=True, default=dict)),
                ("secret", models.BinaryField(blank=True, default=b"")),
                ("tried_at", models.DateTimeField(blank=True, null=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("problem", models.CharField(blank=True, default="", max_length=32)),
                ("failures", models.PositiveIntegerField(default=0)),
            ],
            options={
                "db_table": "notify_messenger",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "kind"), name="notify_messenger_kind")
                ],
            },
        ),
        # A deleted person takes his addresses along. Held for every row to come; the table is empty.
        migrations.RunSQL(
            "ALTER TABLE notify_address ADD CONSTRAINT notify_address_person_id_fk FOREIGN KEY"
            " (company_id, person_id) REFERENCES people_person (company_id, id) ON DELETE CASCADE NOT VALID",
            "ALTER TABLE notify_address DROP CONSTRAINT notify_address_person_id_fk",
        ),
        EnableRls("notify_messenger"),
        GrantApp("notify_messenger", "select,insert,update"),
        EnableRls("notify_address"),
        GrantApp("notify_address", "select,insert,update,delete"),
        EnableRls("notify_message"),
        GrantApp("notify_message", "select,insert,update,delete"),
    ]
