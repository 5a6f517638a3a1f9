"""Verdicts on certificates, the freezes that follow, and the guard that a freeze ends by a thaw alone."""

import django.contrib.postgres.fields
from django.db import migrations, models

from davy.db.migration import EnableRls, GrantApp

# Whoever was frozen here comes back by a thaw of two, whatever writes the register. A form is told so by the
# interface; in a file of hundreds his row alone keeps its state.
_GUARD = """
CREATE FUNCTION verification_keeps_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'active' AND OLD.status <> 'active' AND EXISTS (
    SELECT 1 FROM verification_person v
    WHERE v.company_id = NEW.company_id AND v.id = NEW.id AND v.frozen_at IS NOT NULL)
  THEN
    NEW.status := OLD.status;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verification_keeps_frozen BEFORE UPDATE OF status ON people_person
  FOR EACH ROW EXECUTE FUNCTION verification_keeps_frozen();
"""
_UNGUARD = """
DROP TRIGGER verification_keeps_frozen ON people_person;
DROP FUNCTION verification_keeps_frozen();
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [("people", "0006_imports")]

    operations = [
        migrations.CreateModel(
            name="PersonRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("version", models.BigIntegerField()),
                ("frozen_at", models.DateTimeField(null=True)),
                ("frozen_by", models.TextField(default="")),
                ("frozen_for", models.UUIDField(null=True)),
                ("cause", models.TextField(default="")),
                ("reason", models.TextField(default="")),
                ("thaw_by", models.UUIDField(null=True)),
                ("thaw_at", models.DateTimeField(null=True)),
                ("thaw_reason", models.TextField(default="")),
                ("doc", models.JSONField()),
            ],
            options={
                "db_table": "verification_person",
                "indexes": [
                    models.Index(
                        condition=models.Q(("frozen_at__isnull", False)),
                        fields=["company_id", "frozen_at"],
                        name="verification_frozen",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StandingRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "certificate_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("certificate_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("verdict", models.TextField()),
                ("source", models.TextField()),
                ("at", models.DateTimeField()),
                ("by", models.TextField()),
                ("claim", models.TextField()),
                (
                    "differs",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                (
                    "lacks",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                (
                    "newer",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                ("evidence", models.TextField(default="")),
                ("answered_at", models.DateTimeField()),
            ],
            options={
                "db_table": "verification_standing",
                "indexes": [models.Index(fields=["company_id", "person_id"], name="verification_of_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verdict__in", ["confirmed", "differs", "not_found", "revoked", "unknown"])
                        ),
                        name="verification_standing_verdict",
                    )
                ],
            },
        ),
        EnableRls("verification_person"),
        GrantApp("verification_person", "select,insert,update"),
        EnableRls("verification_standing"),
        GrantApp("verification_standing", "select,insert,update"),
        migrations.RunSQL(_GUARD, _UNGUARD),
    ]
