"""Messages that name an erased person go through one function only, and of what may be erased only."""

from django.db import migrations

# It runs as its owner, because davy_app may not delete the rows itself, and still under row security.
ERASE = """
CREATE FUNCTION outbox_erase(company uuid, streams uuid[], named text) RETURNS bigint
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH gone AS (
      DELETE FROM outbox_message WHERE company_id = company AND named <> ''
        AND split_part(key, ':', 1) = ANY (streams::text[]) AND position(named IN body::text) > 0 RETURNING 1)
    SELECT count(*) FROM gone
  $$;
REVOKE ALL ON FUNCTION outbox_erase(uuid, uuid[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION outbox_erase(uuid, uuid[], text) TO davy_app;
"""


class Migration(migrations.Migration):
    dependencies = [("outbox", "0001_initial")]

    operations = [migrations.RunSQL(ERASE, "DROP FUNCTION outbox_erase(uuid, uuid[], text)")]
