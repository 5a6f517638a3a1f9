"""The tables of the workers that read the log, and of gateways that were refused."""

from django.db import migrations, models

from davy.db.migration import EnableRls, GrantApp

PARTITIONS = """
INSERT INTO sensing_lease (partition, epoch, position, behind) SELECT n, 0, 0, 0 FROM generate_series(0, 15)
AS n
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Lease",
            fields=[
                ("partition", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("holder", models.UUIDField(null=True)),
                ("epoch", models.BigIntegerField(default=0)),
                ("until", models.DateTimeField(null=True)),
                ("position", models.BigIntegerField(default=0)),
                ("behind", models.BigIntegerField(default=0)),
                ("moved_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "sensing_lease",
            },
        ),
        migrations.CreateModel(
            name="Refusal",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "gateway_id",
                        "code",
                        "hour",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("gateway_id", models.UUIDField()),
                ("code", models.TextField()),
                ("hour", models.DateTimeField()),
                ("last_at", models.DateTimeField()),
                ("count", models.IntegerField()),
                ("detail", models.TextField()),
            ],
            options={
                "db_table": "sensing_refusal",
            },
        ),
        migrations.CreateModel(
            name="Worker",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("started_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
                ("fault", models.TextField(null=True)),
            ],
            options={
                "db_table": "sensing_worker",
            },
        ),
        migrations.RunSQL(PARTITIONS, migrations.RunSQL.noop),
        # Outside row security: a partition holds messages of many companies. Ids and counts only
        # (THREAT_MODEL).
        GrantApp("sensing_lease", "select,update"),
        GrantApp("sensing_worker", "select,insert,update,delete"),
        EnableRls("sensing_refusal"),
        GrantApp("sensing_refusal", "select,insert,update"),
    ]
