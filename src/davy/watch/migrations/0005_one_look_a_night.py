"""The job that folded permits at 02:40 is gone: the night's look does it, for every kind of stream. What of
it waits would fail for ever."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("watch", "0004_successions"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]

    operations = [
        migrations.RunSQL(
            "DELETE FROM procrastinate_jobs WHERE task_name = 'permits.fold' AND status = 'todo'",
            migrations.RunSQL.noop,
        ),
    ]
