"""A register of cameras: where they hang and what they watch, as people told it."""

from django.db import migrations, models

import davy.ids
from davy.db.migration import EnableRls, GrantApp

REFERENCES = (("site_id", "sites_site"), ("point_id", "sites_work_point"))


def reference(column: str, to: str) -> migrations.RunSQL:
    # The table is new and empty: nothing is to be validated, and nothing could be under the policies.
    name = f"sites_camera_{column}_fk"
    return migrations.RunSQL(
        f"ALTER TABLE sites_camera ADD CONSTRAINT {name}"
        f" FOREIGN KEY (company_id, {column}) REFERENCES {to} (company_id, id) NOT VALID",
        f"ALTER TABLE sites_camera DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0010_area_ex_demand"),
    ]

    operations = [
        migrations.CreateModel(
            name="Camera",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("site_id", models.UUIDField()),
                ("point_id", models.UUIDField(blank=True, null=True)),
                ("code", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=128)),
                ("watches", models.CharField(blank=True, default="", max_length=200)),
                ("ex_mark", models.CharField(blank=True, default="", max_length=64)),
                ("link", models.CharField(blank=True, default="", max_length=500)),
                ("state", models.CharField(default="unknown", max_length=8)),
                ("plan_x", models.FloatField(blank=True, null=True)),
                ("plan_y", models.FloatField(blank=True, null=True)),
            ],
            options={
                "db_table": "sites_camera",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "id"), name="sites_camera_key"),
                    models.UniqueConstraint(fields=("company_id", "code"), name="sites_camera_code"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["working", "broken", "unknown"])),
                        name="sites_camera_state",
                    ),
                ],
            },
        ),
        *(reference(*row) for row in REFERENCES),
        EnableRls("sites_camera"),
        GrantApp("sites_camera", "select,insert,update,delete"),
    ]
