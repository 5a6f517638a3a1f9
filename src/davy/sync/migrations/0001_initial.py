"""The tables of what devices sent: the chain for good, the texts until somebody is erased."""

from django.db import migrations, models

from davy.db.migration import AppendOnly, EnableRls, GrantApp


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="SentLink",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "device_id",
                        "seq",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("device_id", models.UUIDField()),
                ("seq", models.BigIntegerField()),
                ("sha256", models.BinaryField(max_length=32)),
                ("prev", models.BinaryField(max_length=32)),
                ("signature", models.CharField(max_length=86)),
                ("command_id", models.UUIDField()),
                ("verdict", models.TextField()),
                ("code", models.TextField(null=True)),
                ("version", models.BigIntegerField()),
                ("received_at", models.DateTimeField()),
            ],
            options={
                "db_table": "sync_link",
            },
        ),
        migrations.CreateModel(
            name="SentText",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "device_id",
                        "seq",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("device_id", models.UUIDField()),
                ("seq", models.BigIntegerField()),
                ("text", models.BinaryField()),
            ],
            options={
                "db_table": "sync_text",
            },
        ),
        EnableRls("sync_link"),
        AppendOnly("sync_link"),
        EnableRls("sync_text"),
        GrantApp("sync_text", "select,insert,delete"),
    ]
