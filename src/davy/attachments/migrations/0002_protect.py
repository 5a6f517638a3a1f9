"""Attachments belong to one company; one that is referred to cannot be taken away."""

from django.db import migrations

from davy.db.migration import EnableRls, GrantApp

HELD = """
ALTER TABLE attachments_reference ADD CONSTRAINT attachments_reference_sha256_fk
  FOREIGN KEY (company_id, sha256) REFERENCES attachments_attachment (company_id, sha256);
ALTER TABLE attachments_attachment ADD CONSTRAINT attachments_attachment_name
  CHECK (sha256 ~ '^[0-9a-f]{64}$');
"""
NOT_HELD = """
ALTER TABLE attachments_attachment DROP CONSTRAINT attachments_attachment_name;
ALTER TABLE attachments_reference DROP CONSTRAINT attachments_reference_sha256_fk;
"""


class Migration(migrations.Migration):
    dependencies = [("attachments", "0001_initial")]

    operations = [
        migrations.RunSQL(HELD, NOT_HELD),
        EnableRls("attachments_attachment"),
        GrantApp("attachments_attachment", "select,insert,delete,update(uploaded_by)"),
        EnableRls("attachments_reference"),
        GrantApp("attachments_reference", "select,insert,delete"),
    ]
