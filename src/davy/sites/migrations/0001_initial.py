"""The tables of sites as Django makes them; the next migration protects them."""

import django.contrib.postgres.fields
from django.db import migrations, models

import davy.ids
import davy.sites.models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Area",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("site_id", models.UUIDField()),
                ("unit_id", models.UUIDField(blank=True, null=True)),
                ("code", models.CharField(max_length=32)),
                ("name", models.CharField(max_length=128)),
                (
                    "area_class",
                    models.CharField(
                        choices=[
                            ("fire_explosion", "火灾爆炸危险场所"),
                            ("other", "其他场所"),
                            ("unknown", "未分类"),
                        ],
                        default="unknown",
                        max_length=16,
                    ),
                ),
                ("ex_zone", models.CharField(default="unknown", max_length=8)),
                ("major_hazard", models.BooleanField(default=False)),
                ("tank_farm_bund", models.BooleanField(default=False)),
                ("pipe_rack", models.BooleanField(default=False)),
                ("fixed_hot_zone", models.BooleanField(default=False)),
                ("fixed_hot_zone_reviewed_on", models.DateField(blank=True, null=True)),
                (
                    "media",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=64), blank=True, default=list, size=None
                    ),
                ),
                ("fence", models.JSONField(blank=True, null=True)),
                ("plan_x", models.FloatField(blank=True, null=True)),
                ("plan_y", models.FloatField(blank=True, null=True)),
            ],
            options={
                "db_table": "sites_area",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "id"), name="sites_area_key"),
                    models.UniqueConstraint(fields=("company_id", "code"), name="sites_area_code"),
                    models.CheckConstraint(
                        condition=models.Q(("area_class__in", ["fire_explosion", "other", "unknown"])),
                        name="sites_area_class",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ex_zone__in", ["none", "0", "1", "2", "20", "21", "22", "unknown"])
                        ),
                        name="sites_area_ex_zone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Equipment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("area_id", models.UUIDField()),
                ("code", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=128)),
                ("medium", models.CharField(blank=True, default="", max_length=64)),
                ("in_operation", models.BooleanField(blank=True, null=True)),
                ("volume_m3", models.DecimalField(blank=True, decimal_places=3, max_digits=12, null=True)),
                ("plan_x", models.FloatField(blank=True, null=True)),
                ("plan_y", models.FloatField(blank=True, null=True)),
            ],
            options={
                "db_table": "sites_equipment",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "id"), name="sites_equipment_key"),
                    models.UniqueConstraint(fields=("company_id", "code"), name="sites_equipment_code"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanDrawing",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("site_id", models.UUIDField()),
                ("drawing", models.CharField(max_length=64)),
                ("width", models.FloatField()),
                ("height", models.FloatField()),
                ("control", models.JSONField(default=list)),
            ],
            options={
                "db_table": "sites_plan_drawing",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "site_id"), name="sites_plan_drawing_site")
                ],
            },
        ),
        migrations.CreateModel(
            name="Shift",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("site_id", models.UUIDField()),
                ("name", models.CharField(max_length=32)),
                ("starts", models.TimeField()),
                ("ends", models.TimeField()),
            ],
            options={
                "db_table": "sites_shift",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "site_id", "name"), name="sites_shift_name")
                ],
            },
        ),
        migrations.CreateModel(
            name="Site",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("code", models.CharField(max_length=32)),
                ("name", models.CharField(max_length=128)),
                ("timezone", models.CharField(default="Asia/Shanghai", max_length=64)),
                ("lat", models.FloatField(blank=True, null=True)),
                ("lon", models.FloatField(blank=True, null=True)),
            ],
            options={
                "db_table": "sites_site",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "id"), name="sites_site_key"),
                    models.UniqueConstraint(fields=("company_id", "code"), name="sites_site_code"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SiteCalendar",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("site_id", models.UUIDField()),
                ("configured", models.BooleanField(default=False)),
                ("night_start", models.TimeField(blank=True, null=True)),
                ("night_end", models.TimeField(blank=True, null=True)),
                (
                    "rest_weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                ("holidays_until", models.DateField(blank=True, null=True)),
            ],
            options={
                "db_table": "sites_calendar",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "site_id"), name="sites_calendar_site")
                ],
            },
        ),
        migrations.CreateModel(
            name="SpecialPeriod",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("site_id", models.UUIDField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("holiday", "节假日"), ("rest_day", "公休日"), ("major_event", "重大活动")],
                        max_length=16,
                    ),
                ),
                ("name", models.CharField(blank=True, default="", max_length=64)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
            ],
            options={
                "db_table": "sites_special_period",
                "indexes": [
                    models.Index(
                        fields=["company_id", "site_id", "starts_at"], name="sites_special_period_start"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="sites_special_period_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["holiday", "rest_day", "major_event"])),
                        name="sites_special_period_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("site_id", models.UUIDField()),
                ("code", models.CharField(max_length=32)),
                ("name", models.CharField(max_length=128)),
            ],
            options={
                "db_table": "sites_unit",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "id"), name="sites_unit_key"),
                    models.UniqueConstraint(fields=("company_id", "code"), name="sites_unit_code"),
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkingDay",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("site_id", models.UUIDField()),
                ("day", models.DateField()),
            ],
            options={
                "db_table": "sites_working_day",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_id", "site_id", "day"), name="sites_working_day_day"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkPoint",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("area_id", models.UUIDField()),
                ("equipment_id", models.UUIDField(blank=True, null=True)),
                ("code", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=128)),
                ("lat", models.FloatField(blank=True, null=True)),
                ("lon", models.FloatField(blank=True, null=True)),
                ("height_m", models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True)),
                ("radius_m", models.FloatField(blank=True, null=True)),
                ("plan_x", models.FloatField(blank=True, null=True)),
                ("plan_y", models.FloatField(blank=True, null=True)),
                (
                    "qr_token",
                    models.CharField(default=davy.sites.models.new_token, editable=False, max_length=64),
                ),
            ],
            options={
                "db_table": "sites_work_point",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "id"), name="sites_work_point_key"),
                    models.UniqueConstraint(fields=("company_id", "code"), name="sites_work_point_code"),
                    models.UniqueConstraint(fields=("company_id", "qr_token"), name="sites_work_point_qr"),
                ],
            },
        ),
    ]
