"""Permit rows, gas readings, contacts; a permit row cannot move unless its chain moved with it."""

import django.contrib.postgres.fields
from django.db import migrations, models

import davy.ids
from davy.db.migration import AppendOnly, EnableRls, GrantApp

# No event, no change: whoever writes a permit row, by whatever way, must have appended to its chain first.
NO_EVENT_NO_CHANGE = """
CREATE FUNCTION permits_row_follows_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version IS DISTINCT FROM (
      SELECT seq FROM evidence_stream s
      WHERE s.company_id = NEW.company_id AND s.kind = 'permit' AND s.id = NEW.id)
     OR (TG_OP = 'UPDATE' AND NEW.version <= OLD.version
         AND (NEW.doc, NEW.state, NEW.clearance) IS DISTINCT FROM (OLD.doc, OLD.state, OLD.clearance)) THEN
    RAISE EXCEPTION 'a permit changes only with an event in its chain'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER permits_row_follows_chain BEFORE INSERT OR UPDATE ON permits_permit
  FOR EACH ROW EXECUTE FUNCTION permits_row_follows_chain();
"""
ANY_CHANGE = (
    "DROP TRIGGER permits_row_follows_chain ON permits_permit; DROP FUNCTION permits_row_follows_chain()"
)


class Migration(migrations.Migration):
    initial = True

    dependencies = [("evidence", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Counter",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "prefix", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("prefix", models.TextField()),
                ("last", models.PositiveIntegerField()),
            ],
            options={
                "db_table": "permits_counter",
            },
        ),
        migrations.CreateModel(
            name="GasReading",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "permit_id",
                        "round_id",
                        "number",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("permit_id", models.UUIDField()),
                ("round_id", models.UUIDField()),
                ("number", models.PositiveSmallIntegerField()),
                ("point", models.TextField()),
                ("substance", models.TextField()),
                ("value", models.DecimalField(decimal_places=6, max_digits=20)),
                ("unit", models.TextField()),
                ("sampled_at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField()),
                ("verdict", models.TextField()),
                ("reason", models.TextField(null=True)),
                ("by", models.UUIDField()),
            ],
            options={
                "db_table": "permits_gas_reading",
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("permit_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("on_site", models.TextField()),
            ],
            options={
                "db_table": "permits_contact",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_id", "permit_id", "person_id"), name="permits_contact_one"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PermitRow",
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
                ("number", models.TextField(null=True)),
                ("type", models.TextField()),
                ("level", models.TextField()),
                ("state", models.TextField()),
                ("clearance", models.TextField()),
                ("site_id", models.UUIDField()),
                ("area_id", models.UUIDField()),
                ("point_id", models.UUIDField()),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("drafted_at", models.DateTimeField()),
                ("started_at", models.DateTimeField(null=True)),
                ("applicant_id", models.UUIDField()),
                ("responsible_id", models.UUIDField(null=True)),
                ("guardian_id", models.UUIDField(null=True)),
                (
                    "people",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
                (
                    "waiting_posts",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                (
                    "causes",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                ("not_confirmed", models.BooleanField()),
                ("lapses_at", models.DateTimeField(null=True)),
                ("next_check_at", models.DateTimeField(null=True)),
                ("changed_at", models.DateTimeField()),
                ("token", models.TextField()),
                ("content", models.TextField(default="")),
                ("remark", models.TextField(default="")),
                ("basis", models.TextField(null=True)),
                ("doc", models.JSONField()),
            ],
            options={
                "db_table": "permits_permit",
                "indexes": [
                    models.Index(fields=["company_id", "state", "-changed_at"], name="permits_board"),
                    models.Index(fields=["company_id", "-changed_at"], name="permits_newest"),
                    models.Index(
                        condition=models.Q(("next_check_at__isnull", False)),
                        fields=["next_check_at"],
                        name="permits_due",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("state__in", ["submitted", "issued", "active", "paused", "finished"]),
                            ("clearance", "open"),
                            _connector="OR",
                        ),
                        fields=["company_id", "point_id"],
                        name="permits_live_at_point",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "number"), name="permits_number"),
                    models.UniqueConstraint(fields=("token",), name="permits_token"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Weather",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("site_id", models.UUIDField()),
                ("wind_force", models.PositiveSmallIntegerField()),
                ("observed_at", models.DateTimeField()),
                ("observed_by", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "permits_weather",
                "indexes": [
                    models.Index(
                        fields=["company_id", "site_id", "-observed_at"], name="permits_weather_newest"
                    )
                ],
            },
        ),
        EnableRls("permits_permit"),
        GrantApp("permits_permit", "select,insert,update"),
        EnableRls("permits_gas_reading"),
        AppendOnly("permits_gas_reading"),
        EnableRls("permits_contact"),
        GrantApp("permits_contact", "select,insert,update"),
        EnableRls("permits_counter"),
        GrantApp("permits_counter", "select,insert,update"),
        EnableRls("permits_weather"),
        GrantApp("permits_weather", "select,insert"),
        migrations.RunSQL(NO_EVENT_NO_CHANGE, ANY_CHANGE),
    ]
