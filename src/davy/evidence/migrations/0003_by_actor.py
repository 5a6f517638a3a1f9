"""Find what one account did, newest first, without reading everybody's events."""

from django.db import migrations

MAKE = "CREATE INDEX evidence_event_actor ON evidence_event (company_id, actor, recorded_at DESC)"


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0002_what_stood_in_the_way"),
    ]

    operations = [
        migrations.RunSQL(MAKE, "DROP INDEX evidence_event_actor"),
    ]
