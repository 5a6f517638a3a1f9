"""Rows of people belong to one company, and so does whatever they refer to."""

from django.db import migrations

from davy.db.migration import EnableRls, GrantApp

REFERENCES = """
ALTER TABLE people_person ADD CONSTRAINT people_person_firm_id_fk
  FOREIGN KEY (company_id, firm_id) REFERENCES people_firm (company_id, id);
ALTER TABLE people_certificate ADD CONSTRAINT people_certificate_person_id_fk
  FOREIGN KEY (company_id, person_id) REFERENCES people_person (company_id, id);
ALTER TABLE people_post ADD CONSTRAINT people_post_holder_id_fk
  FOREIGN KEY (company_id, holder_id) REFERENCES people_person (company_id, id);
ALTER TABLE people_post ADD CONSTRAINT people_post_deputy_id_fk
  FOREIGN KEY (company_id, deputy_id) REFERENCES people_person (company_id, id);
ALTER TABLE people_post ADD CONSTRAINT people_post_superior_id_fk
  FOREIGN KEY (company_id, superior_id) REFERENCES people_post (company_id, id);
"""
NO_REFERENCES = """
ALTER TABLE people_post DROP CONSTRAINT people_post_superior_id_fk;
ALTER TABLE people_post DROP CONSTRAINT people_post_deputy_id_fk;
ALTER TABLE people_post DROP CONSTRAINT people_post_holder_id_fk;
ALTER TABLE people_certificate DROP CONSTRAINT people_certificate_person_id_fk;
ALTER TABLE people_person DROP CONSTRAINT people_person_firm_id_fk;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.RunSQL(REFERENCES, NO_REFERENCES),
        EnableRls("people_firm"),
        GrantApp("people_firm", "select,insert,update"),
        EnableRls("people_person"),
        GrantApp("people_person", "select,insert,update"),
        EnableRls("people_post"),
        GrantApp("people_post", "select,insert,update"),
        EnableRls("people_certificate"),
        GrantApp("people_certificate", "select,insert,update"),
    ]
