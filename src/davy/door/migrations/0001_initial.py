"""The commands that came through the door; what was answered stays answered."""

from django.db import migrations, models

from davy.db.migration import AppendOnly, EnableRls


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="StoredCommand",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("sha256", models.BinaryField()),
                ("stream_kind", models.TextField()),
                ("stream_id", models.UUIDField()),
                ("kind", models.TextField()),
                ("account_id", models.UUIDField(null=True)),
                ("recorded_at", models.DateTimeField()),
                ("occurred_at", models.DateTimeField()),
                ("verdict", models.TextField()),
                ("answer", models.JSONField()),
            ],
            options={
                "db_table": "door_command",
                "indexes": [
                    models.Index(
                        fields=["company_id", "stream_kind", "stream_id"], name="door_command_stream"
                    )
                ],
            },
        ),
        EnableRls("door_command"),
        AppendOnly("door_command"),
    ]
