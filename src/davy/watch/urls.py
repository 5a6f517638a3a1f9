"""The addresses of this company as a witness of others: C2SP tlog-witness under one prefix."""

from django.urls import path

from davy.watch import views

urlpatterns = [
    path("add-checkpoint", views.add_checkpoint),
    path("key", views.key),
]
