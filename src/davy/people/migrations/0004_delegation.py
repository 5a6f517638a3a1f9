"""Who signs for a post for a while."""

import django.contrib.postgres.fields
from django.db import migrations, models

from davy.db.migration import EnableRls, GrantApp

# NOT VALID: the table is empty, and row security lets nobody look while no company is set.
REFERENCES = """
ALTER TABLE people_delegation ADD CONSTRAINT people_delegation_post_id_fk
  FOREIGN KEY (company_id, post_id) REFERENCES people_post (company_id, id) NOT VALID;
ALTER TABLE people_delegation ADD CONSTRAINT people_delegation_by_id_fk
  FOREIGN KEY (company_id, by_id) REFERENCES people_person (company_id, id) NOT VALID;
ALTER TABLE people_delegation ADD CONSTRAINT people_delegation_to_id_fk
  FOREIGN KEY (company_id, to_id) REFERENCES people_person (company_id, id) NOT VALID;
"""
NO_REFERENCES = """
ALTER TABLE people_delegation DROP CONSTRAINT people_delegation_to_id_fk;
ALTER TABLE people_delegation DROP CONSTRAINT people_delegation_by_id_fk;
ALTER TABLE people_delegation DROP CONSTRAINT people_delegation_post_id_fk;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0003_violations")]

    operations = [
        migrations.CreateModel(
            name="Delegation",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("post_id", models.UUIDField()),
                ("code", models.CharField(max_length=32)),
                ("by_id", models.UUIDField()),
                ("to_id", models.UUIDField()),
                (
                    "types",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("made_at", models.DateTimeField()),
                ("reason", models.TextField()),
                ("revoked_at", models.DateTimeField(null=True)),
                ("revoked_by_id", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "people_delegation",
                "indexes": [
                    models.Index(fields=["company_id", "post_id", "ends_at"], name="people_delegation_post")
                ],
            },
        ),
        migrations.RunSQL(REFERENCES, NO_REFERENCES),
        EnableRls("people_delegation"),
        GrantApp("people_delegation", "select,insert,update(revoked_at),update(revoked_by_id)"),
    ]
