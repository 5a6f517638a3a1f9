"""The one way to change anything that matters: every screen, phone, alarm and clock comes through here."""
