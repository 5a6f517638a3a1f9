"""Single private parts of events go by their label: words about the work stay when their writer is erased."""

from django.db import migrations

# As evidence_erase: it runs as its owner, and still under row security.
ERASE = """
CREATE FUNCTION evidence_erase_parts(company uuid, events uuid[], labels text[]) RETURNS bigint
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH gone AS (
      DELETE FROM evidence_private p USING unnest(events, labels) AS part(event_id, label)
      WHERE p.company_id = company AND p.event_id = part.event_id AND p.label = part.label RETURNING 1)
    SELECT count(*) FROM gone
  $$;
REVOKE ALL ON FUNCTION evidence_erase_parts(uuid, uuid[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evidence_erase_parts(uuid, uuid[], text[]) TO davy_app;
"""


class Migration(migrations.Migration):
    dependencies = [("evidence", "0007_salts_of_one_length")]

    operations = [
        migrations.RunSQL(ERASE, "DROP FUNCTION evidence_erase_parts(uuid, uuid[], text[])"),
    ]
