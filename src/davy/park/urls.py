"""The address at which a partner asks for our list."""

from django.urls import path

from davy.park import views

urlpatterns = [path("list", views.give_list)]
