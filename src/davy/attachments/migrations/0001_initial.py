"""The tables of attachments as Django makes them; the next migration protects them."""

from django.db import migrations, models

import davy.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Reference",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "sha256",
                        "stream_kind",
                        "stream_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("sha256", models.CharField(max_length=64)),
                ("stream_kind", models.CharField(max_length=32)),
                ("stream_id", models.UUIDField()),
            ],
            options={
                "db_table": "attachments_reference",
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "sha256", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("sha256", models.CharField(max_length=64)),
                ("media_type", models.CharField(max_length=32)),
                ("size", models.PositiveIntegerField()),
                ("width", models.PositiveIntegerField(null=True)),
                ("height", models.PositiveIntegerField(null=True)),
                ("uploaded_at", models.DateTimeField(default=davy.clock.now)),
                ("uploaded_by", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "attachments_attachment",
                "indexes": [models.Index(fields=["company_id", "uploaded_at"], name="attachment_uploaded")],
            },
        ),
    ]
