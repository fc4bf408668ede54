"""The addresses of the site: public pages carry their language, the desk does not."""

from django.contrib import admin
from django.urls import path

urlpatterns = [
    path("admin/", admin.site.urls),
]
