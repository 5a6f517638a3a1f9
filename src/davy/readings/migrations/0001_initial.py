"""The tables of readings: a partition a day, which the role that serves requests can neither change nor
drop."""

from django.db import migrations, models

from davy.db.migration import AppendOnly, EnableRls, GrantApp

READING = """
CREATE TABLE readings_reading (
  company_id uuid NOT NULL,
  instrument_id uuid NOT NULL,
  taken_at timestamptz NOT NULL,
  boot text NOT NULL,
  seq bigint NOT NULL,
  received_at timestamptz NOT NULL,
  clock text NOT NULL CHECK (clock IN ('server', 'device_synced', 'device_free')),
  gateway_id uuid NOT NULL,
  binding_id uuid,
  log_seq bigint NOT NULL,
  channels jsonb NOT NULL,
  doubts jsonb,
  PRIMARY KEY (company_id, instrument_id, taken_at, boot, seq)
) PARTITION BY RANGE (taken_at)
"""
# A day is made when its first reading comes, and dropped whole when its time is over. Attaching takes a lock
# that lets others go on reading and writing. What is younger than thirty days goes for nobody.
DAYS = """
CREATE FUNCTION readings_make_day(day date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  part text := 'readings_day_' || to_char(day, 'YYYYMMDD');
BEGIN
  IF day NOT BETWEEN date '2020-01-01' AND date '2120-01-01' THEN
    RAISE EXCEPTION 'no day of readings: %', day;
  END IF;
  IF to_regclass(part) IS NOT NULL THEN RETURN false; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('readings_make_day'));
  IF to_regclass(part) IS NOT NULL THEN RETURN false; END IF;
  EXECUTE format('CREATE TABLE %I (LIKE readings_reading INCLUDING ALL)', part);
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', part);
  EXECUTE format('CREATE POLICY company ON %I USING (company_id = current_setting(''davy.company'')::uuid) '
    'WITH CHECK (company_id = current_setting(''davy.company'')::uuid)', part);
  EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I '
    'FOR EACH STATEMENT EXECUTE FUNCTION davy_append_only()', part);
  EXECUTE format('ALTER TABLE readings_reading ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
    part, day::text || ' 00:00+00', (day + 1)::text || ' 00:00+00');
  RETURN true;
END $$;
CREATE FUNCTION readings_drop_days(before date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  part text;
  dropped integer := 0;
BEGIN
  FOR part IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'readings_reading'::regclass
      AND c.relname < 'readings_day_' || to_char(least(before, current_date - 30), 'YYYYMMDD')
  LOOP
    EXECUTE format('DROP TABLE %I', part);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END $$;
REVOKE ALL ON FUNCTION readings_make_day(date), readings_drop_days(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION readings_make_day(date), readings_drop_days(date) TO davy_app;
"""
UNDO = """
DROP FUNCTION readings_make_day(date);
DROP FUNCTION readings_drop_days(date);
DROP TABLE readings_reading;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "instrument_id",
                        "taken_at",
                        "boot",
                        "seq",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("instrument_id", models.UUIDField()),
                ("taken_at", models.DateTimeField()),
                ("boot", models.TextField()),
                ("seq", models.BigIntegerField()),
                ("received_at", models.DateTimeField()),
                ("clock", models.TextField()),
                ("gateway_id", models.UUIDField()),
                ("binding_id", models.UUIDField(null=True)),
                ("log_seq", models.BigIntegerField()),
                ("channels", models.JSONField()),
                ("doubts", models.JSONField(null=True)),
            ],
            options={
                "db_table": "readings_reading",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "partition",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("partition", models.SmallIntegerField()),
                ("log_seq", models.BigIntegerField()),
                ("epoch", models.BigIntegerField()),
            ],
            options={
                "db_table": "readings_checkpoint",
            },
        ),
        migrations.CreateModel(
            name="Latest",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "instrument_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("instrument_id", models.UUIDField()),
                ("taken_at", models.DateTimeField()),
                ("received_at", models.DateTimeField()),
                ("clock", models.TextField()),
                ("channels", models.JSONField()),
                ("sequence", models.JSONField()),
                ("offset_ms", models.BigIntegerField(null=True)),
                ("measured_at", models.DateTimeField(null=True)),
                ("readings", models.BigIntegerField(default=0)),
                ("duplicates", models.BigIntegerField(default=0)),
                ("missing", models.BigIntegerField(default=0)),
            ],
            options={
                "db_table": "readings_latest",
            },
        ),
        migrations.CreateModel(
            name="Minute",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "instrument_id",
                        "channel",
                        "minute",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("instrument_id", models.UUIDField()),
                ("channel", models.TextField()),
                ("minute", models.DateTimeField()),
                ("least", models.DecimalField(decimal_places=9, max_digits=21)),
                ("greatest", models.DecimalField(decimal_places=9, max_digits=21)),
                ("readings", models.IntegerField()),
            ],
            options={
                "db_table": "readings_minute",
            },
        ),
        migrations.CreateModel(
            name="Gap",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "instrument_id",
                        "boot",
                        "from_seq",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("instrument_id", models.UUIDField()),
                ("boot", models.TextField()),
                ("from_seq", models.BigIntegerField()),
                ("to_seq", models.BigIntegerField()),
                ("after_at", models.DateTimeField()),
                ("before_at", models.DateTimeField()),
                ("missing", models.BigIntegerField()),
            ],
            options={
                "db_table": "readings_gap",
                "indexes": [
                    models.Index(fields=["company_id", "instrument_id", "before_at"], name="readings_gaps")
                ],
            },
        ),
        migrations.CreateModel(
            name="SetAside",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "partition",
                        "log_seq",
                        "code",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("partition", models.SmallIntegerField()),
                ("log_seq", models.BigIntegerField()),
                ("code", models.TextField()),
                ("detail", models.TextField()),
                ("topic", models.TextField()),
                ("gateway_id", models.UUIDField(null=True)),
                ("instrument_id", models.UUIDField(null=True)),
                ("received_at", models.DateTimeField()),
                ("size", models.IntegerField()),
                ("head", models.BinaryField(max_length=512)),
            ],
            options={
                "db_table": "readings_set_aside",
                "indexes": [
                    models.Index(fields=["company_id", "-received_at"], name="readings_set_aside_newest")
                ],
            },
        ),
        migrations.RunSQL(READING + ";" + DAYS, UNDO),
        EnableRls("readings_reading"),
        AppendOnly("readings_reading"),
        EnableRls("readings_latest"),
        GrantApp("readings_latest", "select,insert,update"),
        EnableRls("readings_gap"),
        GrantApp("readings_gap", "select,insert,update,delete"),
        EnableRls("readings_set_aside"),
        GrantApp("readings_set_aside", "select,insert,delete"),
        EnableRls("readings_checkpoint"),
        GrantApp("readings_checkpoint", "select,insert,update"),
        EnableRls("readings_minute"),
        GrantApp("readings_minute", "select,insert,update,delete"),
    ]
