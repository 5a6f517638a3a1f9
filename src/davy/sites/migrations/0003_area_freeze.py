"""Areas in which all work is stopped."""

from django.db import migrations, models

import davy.ids
from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0002_protect"),
    ]

    operations = [
        migrations.CreateModel(
            name="AreaFreeze",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("area_id", models.UUIDField()),
                ("post", models.CharField(max_length=32)),
                ("frozen_by", models.UUIDField()),
                ("frozen_at", models.DateTimeField()),
            ],
            options={
                "db_table": "sites_area_freeze",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "area_id"), name="sites_area_freeze_area")
                ],
            },
        ),
        EnableRls("sites_area_freeze"),
        GrantApp("sites_area_freeze", "select,insert,update,delete"),
    ]
