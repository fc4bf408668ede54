"""The pages of volunteers; each stands under the language of its reader."""

from django.urls import path

from volunteers.views.confirming import confirm
from volunteers.views.own import me, my_registration
from volunteers.views.registering import register, sent

urlpatterns = [
    path("trainings/<slug:slug>/register/", register, name="register"),
    path("trainings/<slug:slug>/register/sent/", sent, name="register_sent"),
    path("confirm/<str:token>/", confirm, name="confirm"),
    path("me/", me, name="me"),
    path("me/registrations/<slug:code>/", my_registration, name="my_registration"),
]
