"""The public addresses of a class and its papers; a code is of a minute, a ticket of one person."""

from django.urls import path

from davy.training import views

urlpatterns = [
    path("s/<uuid:lesson_id>/<slug:code>", views.sign_on),
    path("s/<uuid:lesson_id>", views.lesson),
    path("x/<uuid:lesson_id>", views.exam),
]
