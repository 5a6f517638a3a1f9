"""Screens on a wall: rows of one company, whose token is a hash. Nothing but revoking and being seen changes
one."""

from django.db import migrations, models

import davy.clock
import davy.ids
from davy.db.migration import EnableRls, GrantApp

KEYS = """
ALTER TABLE insight_wall_screen ADD CONSTRAINT insight_wall_screen_site_id_fk
  FOREIGN KEY (company_id, site_id)
  REFERENCES sites_site (company_id, id) NOT VALID;
"""
UNKEYS = "ALTER TABLE insight_wall_screen DROP CONSTRAINT insight_wall_screen_site_id_fk"


class Migration(migrations.Migration):
    dependencies = [
        ("insight", "0001_initial"),
        ("sites", "0002_protect"),
    ]

    operations = [
        migrations.CreateModel(
            name="WallScreen",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("site_id", models.UUIDField()),
                ("name", models.CharField(max_length=64)),
                ("names", models.CharField(default="family_post", max_length=16)),
                ("token_hash", models.CharField(editable=False, max_length=64)),
                ("made_at", models.DateTimeField(default=davy.clock.now)),
                ("made_by", models.UUIDField(null=True)),
                ("expires_at", models.DateTimeField(blank=True, null=True)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "db_table": "insight_wall_screen",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_id", "token_hash"), name="insight_wall_screen_token"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("names__in", ["none", "family_post", "full"])),
                        name="insight_wall_screen_names",
                    ),
                ],
            },
        ),
        # The table is new and empty: nothing is to be validated, and nothing could be under the policies.
        migrations.RunSQL(KEYS, UNKEYS),
        EnableRls("insight_wall_screen"),
        GrantApp("insight_wall_screen", "select,insert,update(revoked_at),update(seen_at)"),
    ]
