"""Attachments that something named before they came: held as soon as they are there."""

from django.db import migrations, models

from davy import clock
from davy.db.migration import EnableRls, GrantApp

KEY = models.CompositePrimaryKey(
    "company_id", "sha256", "stream_kind", "stream_id", blank=True, editable=False, primary_key=True,
    serialize=False,
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("attachments", "0004_checked")]

    operations = [
        migrations.CreateModel(
            name="Awaited",
            fields=[
                ("pk", KEY),
                ("company_id", models.UUIDField()),
                ("sha256", models.CharField(max_length=64)),
                ("stream_kind", models.CharField(max_length=32)),
                ("stream_id", models.UUIDField()),
                ("since", models.DateTimeField(default=clock.now)),
            ],
            options={"db_table": "attachments_awaited"},
        ),
        EnableRls("attachments_awaited"),
        GrantApp("attachments_awaited", "select,insert,delete"),
    ]
