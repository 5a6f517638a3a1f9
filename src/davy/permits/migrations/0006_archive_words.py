"""The words of every permit, cut in pairs of characters, so that Chinese is found wherever it stands.

Row security would keep the index from being used: what it asks of a row comes before any test that might
leak one, and looking into an array might. So one function looks for the application: it runs as the owner,
whom the policy here lets see all rows of this one table, and asks itself for the company of the transaction.
"""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

from davy.db.migration import EnableRls, GrantApp

LOOKING = r"""
CREATE INDEX permits_words_terms ON permits_words USING gin (terms);
CREATE POLICY finder ON permits_words FOR SELECT TO davy_owner USING (true);

CREATE FUNCTION permits_terms(company uuid, words text) RETURNS text[] LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(DISTINCT right(company::text, 8) || substr(words, i, 2)), '{}')
  FROM generate_series(1, length(words) - 1) AS i WHERE substr(words, i, 2) !~ '\s'
$$;

-- Names as they are today: who is renamed is found by the name he had when his permit last changed.
CREATE FUNCTION permits_reword(company uuid, permit uuid, titles jsonb) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, public AS $$
  INSERT INTO permits_words (company_id, permit_id, words, terms)
  SELECT w.company_id, w.id, w.words, permits_terms(w.company_id, w.words) FROM (
    SELECT p.company_id, p.id, lower(concat_ws(E'\n', p.number, p.content, p.remark, p.urgent_reason,
      titles->>p.type,
      (SELECT concat_ws(E'\n', a.code, a.name) FROM sites_area a
       WHERE a.company_id = p.company_id AND a.id = p.area_id),
      (SELECT concat_ws(E'\n', s.code, s.name, e.code, e.name) FROM sites_work_point s
       LEFT JOIN sites_equipment e ON e.company_id = s.company_id AND e.id = s.equipment_id
       WHERE s.company_id = p.company_id AND s.id = p.point_id),
      (SELECT string_agg(concat_ws(E'\n', o.name, f.name), E'\n') FROM people_person o
       LEFT JOIN people_firm f ON f.company_id = o.company_id AND f.id = o.firm_id
       WHERE o.company_id = p.company_id AND o.id = ANY(p.people)))) AS words
    FROM permits_permit p
    WHERE p.company_id = company AND (permit IS NULL OR p.id = permit)) w
  ON CONFLICT (company_id, permit_id) DO UPDATE SET words = excluded.words, terms = excluded.terms
  WHERE permits_words.words <> excluded.words
$$;

CREATE FUNCTION permits_find(looked_for text[], patterns text[]) RETURNS SETOF uuid LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public ROWS 2000 AS $$
  SELECT w.permit_id FROM permits_words w
  WHERE w.company_id = current_setting('davy.company')::uuid AND w.terms @> looked_for
    AND w.words LIKE ALL (patterns)
$$;
REVOKE ALL ON FUNCTION permits_find(text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION permits_find(text[], text[]) TO davy_app;
"""
NOT_LOOKING = """
DROP FUNCTION permits_find(text[], text[]);
DROP FUNCTION permits_reword(uuid, uuid, jsonb);
DROP FUNCTION permits_terms(uuid, text);
DROP POLICY finder ON permits_words;
"""


def fill(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001 - Django's own signature
    """The words of the permits there are, company by company: the owner sees no other way."""
    from davy.permits.wording import titles  # noqa: PLC0415 - only when it runs

    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT id FROM accounts_company")
        for (company,) in cursor.fetchall():
            cursor.execute("SELECT set_config('davy.company', %s, true)", [str(company)])
            cursor.execute("SELECT permits_reword(%s, NULL, %s::jsonb)", [company, titles()])
        cursor.execute("SELECT set_config('davy.company', '', true)")


class Migration(migrations.Migration):
    dependencies = [
        ("permits", "0005_urgent_reason"),
        ("accounts", "0002_protect"),
        ("people", "0002_protect"),
        ("sites", "0002_protect"),
    ]

    operations = [
        migrations.CreateModel(
            name="WordsRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "permit_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("permit_id", models.UUIDField()),
                ("words", models.TextField()),
                ("terms", ArrayField(models.TextField())),
            ],
            options={"db_table": "permits_words"},
        ),
        EnableRls("permits_words"),
        GrantApp("permits_words", "select,insert,update,delete"),
        migrations.RunSQL(LOOKING, NOT_LOOKING),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
