"""The tables of people as Django makes them; the next migration protects them."""

from django.db import migrations, models

import davy.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Certificate",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("person_id", models.UUIDField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("special_operation", "特种作业操作证"),
                            ("special_equipment", "特种设备作业人员证"),
                            ("guardian", "监护人培训合格证"),
                            ("gas_analyst", "气体分析资格"),
                            ("safety_manager", "安全管理人员合格证"),
                        ],
                        max_length=24,
                    ),
                ),
                ("number", models.CharField(max_length=64)),
                ("item", models.CharField(max_length=128)),
                ("issuer", models.CharField(blank=True, default="", max_length=128)),
                ("issued_at", models.DateField(blank=True, null=True)),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("review_due", models.DateField(blank=True, null=True)),
                ("holder_name", models.CharField(blank=True, default="", max_length=64)),
                ("scan", models.CharField(blank=True, default="", max_length=64)),
            ],
            options={
                "db_table": "people_certificate",
                "indexes": [
                    models.Index(fields=["company_id", "person_id"], name="people_certificate_person")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_id", "number", "item"), name="people_certificate_number_item"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from", None),
                            ("valid_to", None),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="people_certificate_dates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Firm",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("name", models.CharField(max_length=200)),
                ("code", models.CharField(max_length=64)),
                ("contact_name", models.CharField(blank=True, default="", max_length=64)),
                ("contact_phone", models.CharField(blank=True, default="", max_length=32)),
                ("active", models.BooleanField(default=True)),
            ],
            options={
                "db_table": "people_firm",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "id"), name="people_firm_key"),
                    models.UniqueConstraint(fields=("company_id", "code"), name="people_firm_code"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("firm_id", models.UUIDField(blank=True, null=True)),
                ("name", models.CharField(max_length=64)),
                ("name_pinyin", models.CharField(blank=True, default="", max_length=128)),
                ("hr_code", models.CharField(max_length=64)),
                ("id_last4", models.CharField(blank=True, default="", max_length=4)),
                ("id_hash", models.CharField(blank=True, default="", max_length=64)),
                ("phone", models.CharField(blank=True, default="", max_length=32)),
                ("photo", models.CharField(blank=True, default="", max_length=64)),
                ("trade", models.CharField(blank=True, default="", max_length=64)),
                (
                    "status",
                    models.CharField(
                        choices=[("active", "在册"), ("frozen", "冻结"), ("left", "离开")],
                        default="active",
                        max_length=8,
                    ),
                ),
            ],
            options={
                "db_table": "people_person",
                "indexes": [
                    models.Index(fields=["company_id", "name_pinyin", "name"], name="people_person_name"),
                    models.Index(fields=["company_id", "firm_id"], name="people_person_firm"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "id"), name="people_person_key"),
                    models.UniqueConstraint(fields=("company_id", "hr_code"), name="people_person_hr_code"),
                    models.UniqueConstraint(
                        condition=models.Q(("id_hash", ""), _negated=True),
                        fields=("company_id", "id_hash"),
                        name="people_person_id_hash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["active", "frozen", "left"])),
                        name="people_person_status",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("code", models.CharField(max_length=32)),
                ("name", models.CharField(max_length=64)),
                ("area_id", models.UUIDField(blank=True, null=True)),
                ("unit_id", models.UUIDField(blank=True, null=True)),
                ("site_id", models.UUIDField(blank=True, null=True)),
                ("holder_id", models.UUIDField(blank=True, null=True)),
                ("deputy_id", models.UUIDField(blank=True, null=True)),
                ("superior_id", models.UUIDField(blank=True, null=True)),
            ],
            options={
                "db_table": "people_post",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "id"), name="people_post_key"),
                    models.UniqueConstraint(
                        fields=("company_id", "code", "area_id", "unit_id", "site_id"),
                        name="people_post_scope",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("area_id", None), ("unit_id", None)),
                            models.Q(("area_id", None), ("site_id", None)),
                            models.Q(("site_id", None), ("unit_id", None)),
                            _connector="OR",
                        ),
                        name="people_post_one_scope",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deputy_id", None),
                            models.Q(("deputy_id", models.F("holder_id")), _negated=True),
                            _connector="OR",
                        ),
                        name="people_post_deputy",
                    ),
                ],
            },
        ),
    ]
