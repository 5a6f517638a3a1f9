"""Which path leads to which app. Each app brings its own ``api`` module."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
