"""The tables of isolations, their points and who relies on them."""

from django.db import migrations, models

from davy.db.migration import EnableRls, GrantApp


def _key(*names: str) -> tuple[str, models.CompositePrimaryKey]:
    return (
        "pk",
        models.CompositePrimaryKey(*names, blank=True, editable=False, primary_key=True, serialize=False),
    )


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="IsolationRow",
            fields=[
                _key("company_id", "id"),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("version", models.BigIntegerField()),
                ("token", models.TextField()),
                ("number", models.TextField()),
                ("title", models.TextField()),
                ("state", models.TextField()),
                ("site_id", models.UUIDField()),
                ("area_id", models.UUIDField()),
                ("point_id", models.UUIDField(null=True)),
                ("points", models.PositiveIntegerField()),
                ("applied", models.PositiveIntegerField()),
                ("verified", models.PositiveIntegerField()),
                ("blinds", models.PositiveIntegerField()),
                ("blinds_verified", models.PositiveIntegerField()),
                ("valve_only", models.PositiveIntegerField()),
                ("locks", models.PositiveIntegerField()),
                ("changed_at", models.DateTimeField()),
                ("doc", models.JSONField()),
            ],
            options={
                "db_table": "isolations_isolation",
                "indexes": [
                    models.Index(fields=["company_id", "-changed_at", "id"], name="isolations_newest"),
                    models.Index(
                        condition=models.Q(("state__in", ["open", "testing"])),
                        fields=["company_id", "area_id"],
                        name="isolations_open_in_area",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "number"), name="isolations_number"),
                    models.UniqueConstraint(fields=("company_id", "token"), name="isolations_token"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "testing", "restored", "cancelled"])),
                        name="isolations_state",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PointRow",
            fields=[
                _key("company_id", "isolation_id", "point"),
                ("company_id", models.UUIDField()),
                ("isolation_id", models.UUIDField()),
                ("point", models.TextField()),
                ("kind", models.TextField()),
                ("name", models.TextField()),
                ("number", models.TextField()),
                ("line", models.TextField()),
                ("state", models.TextField()),
                ("fitted_under", models.UUIDField(null=True)),
                ("taken_out_under", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "isolations_point",
                "indexes": [
                    models.Index(
                        condition=models.Q(("number", ""), _negated=True),
                        fields=["company_id", "number"],
                        name="isolations_pt_number",
                    ),
                    models.Index(
                        condition=models.Q(("line", ""), _negated=True),
                        fields=["company_id", "line"],
                        name="isolations_pt_line",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RelianceRow",
            fields=[
                _key("company_id", "isolation_id", "permit_id"),
                ("company_id", models.UUIDField()),
                ("isolation_id", models.UUIDField()),
                ("permit_id", models.UUIDField()),
                ("released_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "isolations_reliance",
                "indexes": [models.Index(fields=["company_id", "permit_id"], name="isolations_of_permit")],
            },
        ),
        EnableRls("isolations_isolation"),
        GrantApp("isolations_isolation", "select,insert,update"),
        EnableRls("isolations_point"),
        GrantApp("isolations_point", "select,insert,update,delete"),
        EnableRls("isolations_reliance"),
        GrantApp("isolations_reliance", "select,insert,update"),
    ]
