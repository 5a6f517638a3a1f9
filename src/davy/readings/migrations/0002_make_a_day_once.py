"""Two workers read the first reading of a day at one instant: the second one sees the table of the first."""

from django.db import migrations

# What `to_regclass` did not find it remembers for the rest of the statement, so after the lock the catalogue
# itself is asked.
ONCE = """
CREATE OR REPLACE FUNCTION readings_make_day(day date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  part text := 'readings_day_' || to_char(day, 'YYYYMMDD');
BEGIN
  IF day NOT BETWEEN date '2020-01-01' AND date '2120-01-01' THEN
    RAISE EXCEPTION 'no day of readings: %', day;
  END IF;
  IF EXISTS (SELECT 1 FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'readings_reading'::regclass AND c.relname = part) THEN RETURN false; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('readings_make_day'));
  IF EXISTS (SELECT 1 FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'readings_reading'::regclass AND c.relname = part) THEN RETURN false; END IF;
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
"""


class Migration(migrations.Migration):
    dependencies = [("readings", "0001_initial")]

    operations = [migrations.RunSQL(ONCE, migrations.RunSQL.noop)]
