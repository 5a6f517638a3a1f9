"""The few paths of the authentication library that Davy opens: session, login, password again, new password.

Sign-up, e-mail, phone and reset paths are not opened at all; a path that is not there needs no guarding.
"""

from allauth.headless.account import views
from allauth.headless.base.views import ConfigView
from allauth.headless.constants import Client
from django.urls import path

app_name = "allauth"
urlpatterns = [
    path("browser/v1/config", ConfigView.as_api_view(client=Client.BROWSER), name="config"),
    path("browser/v1/auth/session", views.SessionView.as_api_view(client=Client.BROWSER), name="session"),
    path("browser/v1/auth/login", views.LoginView.as_api_view(client=Client.BROWSER), name="login"),
    path(
        "browser/v1/auth/reauthenticate",
        views.ReauthenticateView.as_api_view(client=Client.BROWSER),
        name="reauthenticate",
    ),
    path(
        "browser/v1/account/password/change",
        views.ChangePasswordView.as_api_view(client=Client.BROWSER),
        name="change_password",
    ),
]
