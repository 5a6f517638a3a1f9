"""What firms did wrong, with what it costs."""

from django.db import migrations, models

import davy.clock
import davy.ids
from davy.db.migration import EnableRls, GrantApp


def _reference(column: str, to: str) -> migrations.RunSQL:
    name = f"contractors_violation_{column}_fk"
    return migrations.RunSQL(
        f"ALTER TABLE contractors_violation ADD CONSTRAINT {name}"
        f" FOREIGN KEY (company_id, {column}) REFERENCES {to} (company_id, id) NOT VALID",
        f"ALTER TABLE contractors_violation DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("contractors", "0003_firm_imports"),
    ]

    operations = [
        migrations.CreateModel(
            name="FirmViolation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("firm_id", models.UUIDField()),
                ("happened_on", models.DateField()),
                ("what", models.CharField(max_length=400)),
                ("clause", models.CharField(max_length=128)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=10)),
                ("permit_id", models.UUIDField(blank=True, null=True)),
                ("photo", models.CharField(blank=True, default="", max_length=64)),
                ("by_id", models.UUIDField()),
                ("at", models.DateTimeField(default=davy.clock.now)),
                ("answer", models.CharField(blank=True, default="", max_length=400)),
                ("answered_by_id", models.UUIDField(blank=True, null=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_by_id", models.UUIDField(blank=True, null=True)),
                ("withdrawn_why", models.CharField(blank=True, default="", max_length=200)),
            ],
            options={
                "db_table": "contractors_violation",
                "indexes": [
                    models.Index(
                        fields=["company_id", "firm_id", "-happened_on"], name="contractors_violation_firm"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 0)), name="contractors_violation_amount"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_at", None), ("withdrawn_by_id", None), ("withdrawn_why", "")
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by_id__isnull", False),
                                models.Q(("withdrawn_why", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="contractors_violation_withdrawn",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None), ("answered_by_id", None)),
                            models.Q(("answered_at__isnull", False), ("answered_by_id__isnull", False)),
                            _connector="OR",
                        ),
                        name="contractors_violation_answered",
                    ),
                ],
            },
        ),
        _reference("firm_id", "people_firm"),
        *(_reference(column, "people_person") for column in ("by_id", "answered_by_id", "withdrawn_by_id")),
        EnableRls("contractors_violation"),
        GrantApp("contractors_violation", "select,insert,update"),
    ]
