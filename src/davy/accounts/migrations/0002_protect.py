"""Who may do what with the accounts' tables; what a company is born with stays as it is."""

from django.db import migrations

from davy.db.migration import AppendOnly, EnableRls, GrantApp

BORN_WITH = """
CREATE FUNCTION accounts_company_born_with() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'id, simulated and salt of a company never change' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER born_with BEFORE UPDATE ON accounts_company FOR EACH ROW
  WHEN (OLD.id <> NEW.id OR OLD.simulated <> NEW.simulated OR OLD.salt <> NEW.salt)
  EXECUTE FUNCTION accounts_company_born_with();
CREATE FUNCTION accounts_account_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an account stays in its company' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER stays BEFORE UPDATE ON accounts_account FOR EACH ROW
  WHEN (OLD.id <> NEW.id OR OLD.company_id <> NEW.company_id)
  EXECUTE FUNCTION accounts_account_stays();
ALTER TABLE accounts_account ADD CONSTRAINT accounts_account_company_fk
  FOREIGN KEY (company_id) REFERENCES accounts_company (id);
"""
UNBORN = """
ALTER TABLE accounts_account DROP CONSTRAINT accounts_account_company_fk;
DROP TRIGGER stays ON accounts_account;
DROP FUNCTION accounts_account_stays();
DROP TRIGGER born_with ON accounts_company;
DROP FUNCTION accounts_company_born_with();
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.RunSQL(BORN_WITH, UNBORN),
        # Both stand outside of row security: they are read to find out which company a request is for.
        GrantApp("accounts_company", "select,insert,update"),
        GrantApp("accounts_account", "select,insert,update"),
        EnableRls("accounts_security_event"),
        AppendOnly("accounts_security_event"),
        EnableRls("accounts_audit"),
        AppendOnly("accounts_audit"),
    ]
