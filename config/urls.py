"""The addresses of the site: public pages carry their language, the desk does not."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from config.pages.shown import shown_to_all
from trainings.views.errors import bad_request, no_access, not_found, server_error
from trainings.views.house import (
    favicon,
    healthz,
    manifest,
    robots,
    root,
    sitemap,
    sitemap_part,
)
from trainings.views.media import media
from volunteers.views.certificates import certificate

urlpatterns = [
    path("", root, name="root"),
    path("admin/second-step/", include("volunteers.desk_urls")),
    path("admin/", admin.site.urls),
    path("check-in/", include("volunteers.door_urls")),
    path("media/<path:name>", media, name="media"),
    path("favicon.ico", favicon, name="favicon"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", shown_to_all()(sitemap), name="sitemap"),
    path("sitemap-<int:number>.xml", shown_to_all()(sitemap_part), name="sitemap_part"),
    path("site.webmanifest", manifest, name="manifest"),
    path("healthz", healthz, name="healthz"),
    path("certificates/<slug:code>/", certificate, name="certificate"),
    *i18n_patterns(path("", include("trainings.urls")), path("", include("volunteers.urls"))),
]

handler400 = bad_request
handler403 = no_access
handler404 = not_found
handler500 = server_error
