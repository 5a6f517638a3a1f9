"""The public addresses of a company's log: C2SP tlog-tiles under one prefix."""

from django.urls import path

from davy.archive import views

urlpatterns = [
    path("checkpoint", views.checkpoint),
    path("key", views.key),
    path("succession/<int:number>", views.succession),
    path("witnessed", views.witnessed),
    path("stamped", views.stamped),
    path("stamped.tsr", views.stamp),
    path("certificate", views.certificate),
    path("tile/<path:rest>", views.tile),
]
