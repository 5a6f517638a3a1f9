"""The public addresses; a code's token is 24 letters and digits that nobody can guess."""

from django.urls import path

from davy.checking import views

urlpatterns = [
    path("<slug:token>", views.check),
    path("<slug:token>/stop", views.stop_here),
]
