"""The organizers' desk: Django's own admin site, grouped by what an organizer does."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class Desk(admin.AdminSite):
    site_header = _("Hashar desk")
    site_title = _("Hashar desk")
    index_title = _("Your desk")
