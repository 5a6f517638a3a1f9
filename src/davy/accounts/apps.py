"""Registers the app with Django and listens to logins, which belong into the security record."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "davy.accounts"
    label = "accounts"

    def ready(self) -> None:
        # Connecting the receivers needs the models, which exist only now.
        from davy.accounts import logins  # noqa: PLC0415

        logins.connect()
