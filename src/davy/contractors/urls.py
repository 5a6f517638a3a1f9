"""The public address of a gate; its code is of a minute."""

from django.urls import path

from davy.contractors import gate

urlpatterns = [path("<uuid:site_id>/<slug:code>", gate.sign_on)]
