"""The inbox."""

from django.db import migrations, models

import davy.ids
from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="InboxRow",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("person_id", models.UUIDField()),
                ("kind", models.TextField()),
                ("severity", models.TextField()),
                ("title_zh", models.TextField()),
                ("title_en", models.TextField()),
                ("permit_id", models.UUIDField(null=True)),
                ("alarm_id", models.UUIDField(null=True)),
                ("at", models.DateTimeField()),
                ("read_at", models.DateTimeField(null=True)),
                ("key", models.TextField()),
            ],
            options={
                "db_table": "notify_inbox",
                "indexes": [
                    models.Index(fields=["company_id", "person_id", "-id"], name="notify_inbox_newest"),
                    models.Index(
                        condition=models.Q(("read_at__isnull", True)),
                        fields=["company_id", "person_id"],
                        name="notify_inbox_unread",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_id", "person_id", "key"), name="notify_inbox_once"
                    )
                ],
            },
        ),
        EnableRls("notify_inbox"),
        GrantApp("notify_inbox", "select,insert,update(read_at),delete"),
    ]
