"""The outbox table: written once, ticked off once."""

from django.db import migrations, models

import davy.ids
from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.UUIDField(default=davy.ids.uuid7, primary_key=True, serialize=False)),
                ("company_id", models.UUIDField()),
                ("kind", models.TextField()),
                ("key", models.TextField()),
                ("body", models.JSONField()),
                ("created_at", models.DateTimeField()),
                ("delivered_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "outbox_message",
                "indexes": [
                    models.Index(
                        condition=models.Q(("delivered_at__isnull", True)),
                        fields=["company_id", "created_at", "id"],
                        name="outbox_message_waiting",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "kind", "key"), name="outbox_message_key")
                ],
            },
        ),
        EnableRls("outbox_message"),
        GrantApp("outbox_message", "select,insert,update(delivered_at)"),
    ]
