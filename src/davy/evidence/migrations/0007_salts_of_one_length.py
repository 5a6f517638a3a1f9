"""Every salt has 16 bytes: with another length the first bytes of a text could pass for the end of its salt.
What is erased is deleted with its salt."""

from django.db import migrations

SHAPE = "ALTER TABLE evidence_private ADD CONSTRAINT evidence_private_salt CHECK (octet_length(salt) = 16)"
UNSHAPE = "ALTER TABLE evidence_private DROP CONSTRAINT evidence_private_salt"


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0006_cosignatures"),
    ]

    operations = [
        migrations.RunSQL(SHAPE, UNSHAPE),
    ]
