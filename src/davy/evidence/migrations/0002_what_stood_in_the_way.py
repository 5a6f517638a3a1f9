"""Find the few kinds of events that inspections count, without reading every event of a month."""

from django.db import migrations

MAKE = """
CREATE INDEX evidence_event_inspected ON evidence_event (company_id, recorded_at)
WHERE kind = 'permit' AND type IN (
  'AttemptRefused', 'WatchLapsed', 'WatchUnknown', 'WorkPaused', 'PermitSubmitted', 'StageSigned',
  'PermitIssued', 'TicketVerified', 'WorkStarted', 'WorkResumed', 'SpaceEntered', 'WorkFinished',
  'WorkAccepted', 'ClearanceConfirmed')
"""


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(MAKE, "DROP INDEX evidence_event_inspected"),
    ]
