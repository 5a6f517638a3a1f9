"""The weather stations of sites."""

from django.db import migrations, models

import davy.ids
from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    initial = True
    dependencies = [("sites", "0005_plan_required")]

    operations = [
        migrations.CreateModel(
            name="Station",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("site_id", models.UUIDField()),
                ("url", models.CharField(max_length=500)),
                ("fields", models.JSONField(blank=True, default=dict)),
                ("private_net", models.BooleanField(default=False)),
                ("enabled", models.BooleanField(default=True)),
                ("tried_at", models.DateTimeField(blank=True, null=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("problem", models.CharField(blank=True, default="", max_length=32)),
                ("failures", models.PositiveIntegerField(default=0)),
            ],
            options={
                "db_table": "stations_station",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "site_id"), name="stations_station_site")
                ],
            },
        ),
        # Held for every row to come; the table is empty, and row security would stop the look at old rows.
        migrations.RunSQL(
            "ALTER TABLE stations_station ADD CONSTRAINT stations_station_site_id_fk FOREIGN KEY"
            " (company_id, site_id) REFERENCES sites_site (company_id, id) NOT VALID",
            "ALTER TABLE stations_station DROP CONSTRAINT stations_station_site_id_fk",
        ),
        EnableRls("stations_station"),
        GrantApp("stations_station", "select,insert,update"),
    ]
