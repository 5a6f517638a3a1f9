"""What a site offers: its industry, templates that are switched off, levels of approval."""

import django.contrib.postgres.fields
from django.db import migrations, models

import davy.ids
from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0005_plan_required"),
    ]

    operations = [
        migrations.CreateModel(
            name="SiteWorks",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("site_id", models.UUIDField()),
                ("industry", models.CharField(blank=True, default="", max_length=32)),
                (
                    "off",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=48), blank=True, default=list, size=None
                    ),
                ),
                ("approval", models.CharField(blank=True, max_length=8, null=True)),
            ],
            options={
                "db_table": "sites_works",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "site_id"), name="sites_works_site"),
                    models.CheckConstraint(
                        condition=models.Q(("approval__isnull", True))
                        | models.Q(("approval__in", ["two", "four"])),
                        name="sites_works_approval",
                    ),
                ],
            },
        ),
        # The table is new and empty: nothing is to be validated, and nothing could be under the policies.
        migrations.RunSQL(
            "ALTER TABLE sites_works ADD CONSTRAINT sites_works_site_id_fk"
            " FOREIGN KEY (company_id, site_id) REFERENCES sites_site (company_id, id) NOT VALID",
            "ALTER TABLE sites_works DROP CONSTRAINT sites_works_site_id_fk",
        ),
        EnableRls("sites_works"),
        GrantApp("sites_works", "select,insert,update"),
    ]
