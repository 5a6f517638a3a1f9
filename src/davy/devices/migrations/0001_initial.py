"""The tables of devices and of the invitations that let them in."""

from django.db import migrations, models

import davy.ids
from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="DeviceRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("account_id", models.UUIDField()),
                ("person_id", models.UUIDField(null=True)),
                ("name", models.CharField(max_length=60)),
                ("key", models.CharField(max_length=87)),
                ("ex", models.CharField(max_length=60, null=True)),
                ("enrolled_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                ("seq", models.BigIntegerField(default=0)),
                ("head", models.BinaryField(max_length=32)),
                ("last_occurred_at", models.DateTimeField(null=True)),
                ("last_sent_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "devices_device",
                "indexes": [models.Index(fields=["company_id", "account_id"], name="devices_of_account")],
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "key"), name="devices_key_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("token_sha256", models.BinaryField(max_length=32)),
                ("account_id", models.UUIDField()),
                ("made_by", models.UUIDField()),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "devices_invitation",
                "indexes": [
                    models.Index(fields=["company_id", "token_sha256"], name="devices_invitation_token")
                ],
            },
        ),
        EnableRls("devices_device"),
        GrantApp("devices_device", "select,insert,update"),
        EnableRls("devices_invitation"),
        GrantApp("devices_invitation", "select,insert,update(used_at)"),
    ]
