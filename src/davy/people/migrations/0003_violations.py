"""Violations: what keeps a person from work for thirty days."""

from django.db import migrations, models

import davy.ids
from davy.db.migration import EnableRls, GrantApp

# The table is empty, and who owns it may not look at people without saying of which company.
REFERENCES = """
ALTER TABLE people_violation ADD CONSTRAINT people_violation_person_id_fk
  FOREIGN KEY (company_id, person_id) REFERENCES people_person (company_id, id) NOT VALID;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0002_protect")]

    operations = [
        migrations.CreateModel(
            name="Violation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("person_id", models.UUIDField()),
                ("happened_on", models.DateField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("general", "一般违章"), ("serious", "严重违章")], max_length=16
                    ),
                ),
                ("what", models.CharField(max_length=200)),
                ("recorded_at", models.DateTimeField()),
                ("lifted_on", models.DateField(blank=True, null=True)),
                ("lifted_why", models.CharField(blank=True, default="", max_length=200)),
            ],
            options={
                "db_table": "people_violation",
                "indexes": [
                    models.Index(
                        fields=["company_id", "person_id", "happened_on"], name="people_violation_person"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lifted_on", None), ("lifted_on__gte", models.F("happened_on")), _connector="OR"
                        ),
                        name="people_violation_days",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["general", "serious"])), name="people_violation_kind"
                    ),
                ],
            },
        ),
        migrations.RunSQL(
            REFERENCES, "ALTER TABLE people_violation DROP CONSTRAINT people_violation_person_id_fk"
        ),
        EnableRls("people_violation"),
        GrantApp("people_violation", "select,insert,update"),
    ]
