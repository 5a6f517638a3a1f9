"""A notice that is over says so: its words may be added to. No row of the inbox is evidence."""

from django.db import migrations

from davy.db.migration import GrantApp


class Migration(migrations.Migration):
    dependencies = [("notify", "0002_outward")]

    operations = [GrantApp("notify_inbox", "update(title_zh),update(title_en)")]
