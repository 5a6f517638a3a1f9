"""The addresses of this company as a witness of others: C2SP tlog-witness under one prefix, and
what of ours it does not know: a new key of a log, and a note that we forgot."""

from django.urls import path

from davy.watch import views

urlpatterns = [
    path("add-checkpoint", views.add_checkpoint),
    path("add-succession", views.add_succession),
    path("remember", views.remember),
    path("key", views.key),
]
