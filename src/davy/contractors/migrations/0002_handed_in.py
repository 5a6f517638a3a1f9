"""What the logins of firms hand in, and which bytes each firm has sent."""

from django.db import migrations, models

import davy.clock
import davy.ids
from davy.db.migration import EnableRls, GrantApp


def _reference(table: str, column: str, to: str) -> migrations.RunSQL:
    name = f"{table}_{column}_fk"
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name}"
        f" FOREIGN KEY (company_id, {column}) REFERENCES {to} (company_id, id) NOT VALID",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("contractors", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Upload",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "firm_id",
                        "sha256",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("firm_id", models.UUIDField()),
                ("sha256", models.CharField(max_length=64)),
                ("at", models.DateTimeField(default=davy.clock.now)),
            ],
            options={
                "db_table": "contractors_upload",
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("firm_id", models.UUIDField()),
                ("kind", models.CharField(max_length=12)),
                ("person_id", models.UUIDField(blank=True, null=True)),
                ("body", models.JSONField(blank=True, default=dict)),
                ("scan", models.CharField(blank=True, default="", max_length=64)),
                ("state", models.CharField(default="waiting", max_length=10)),
                ("by_id", models.UUIDField()),
                ("at", models.DateTimeField(default=davy.clock.now)),
                ("decided_by_id", models.UUIDField(blank=True, null=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("why", models.CharField(blank=True, default="", max_length=200)),
                ("made_id", models.UUIDField(blank=True, null=True)),
            ],
            options={
                "db_table": "contractors_submission",
                "indexes": [
                    models.Index(fields=["company_id", "state", "at"], name="contractors_submission_waits"),
                    models.Index(fields=["company_id", "firm_id", "at"], name="contractors_submission_firm"),
                    models.Index(fields=["company_id", "person_id"], name="contractors_submission_of"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "paper"), ("person_id", None)),
                            models.Q(
                                ("kind__in", ["certificate", "admission"]), ("person_id__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="contractors_submission_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("made_id", None), ("state__in", ["waiting", "taken_back"])),
                            models.Q(
                                ("decided_by_id__isnull", False),
                                ("made_id__isnull", False),
                                ("state", "confirmed"),
                            ),
                            models.Q(
                                ("decided_by_id__isnull", False),
                                ("made_id", None),
                                ("state", "refused"),
                                models.Q(("why", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="contractors_submission_state",
                    ),
                ],
            },
        ),
        _reference("contractors_submission", "firm_id", "people_firm"),
        _reference("contractors_upload", "firm_id", "people_firm"),
        *(
            _reference("contractors_submission", column, "people_person")
            for column in ("person_id", "by_id", "decided_by_id")
        ),
        EnableRls("contractors_submission"),
        EnableRls("contractors_upload"),
        GrantApp("contractors_submission", "select,insert,update"),
        GrantApp("contractors_upload", "select,insert"),
    ]
