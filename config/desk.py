"""The organizers' desk: Django's own admin site, grouped by what an organizer does."""

from functools import partial

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.urls import path
from django.utils.translation import gettext_lazy as _

# What stands where in the navigation, by model. A model that is not named here has no line of its
# own: it is reached from the page it belongs to.
ROOMS = [
    ("trainings", _("Trainings"), ["Training", "Session", "Series"]),
    ("people", _("People and organisations"), ["Person", "Organisation"]),
    ("reports", _("Reports and facts"), ["Report", "Fact"]),
    (
        "volunteers",
        _("Volunteers"),
        ["Registration", "Volunteer", "Intake", "ConsentText", "FrozenFigures"],
    ),
    ("letters", _("Letters"), ["Letter", "LetterWording"]),
    ("reference", _("Reference"), ["Country"]),
    ("accounts", _("Accounts"), ["User", "Group", "Entry"]),
]


class Desk(admin.AdminSite):
    site_header = _("Hashar desk")
    site_title = _("Hashar desk")
    index_title = _("Your desk")
    empty_value_display = ""

    def get_app_list(self, request, app_label=None):
        """The rooms of the desk with the models this account may see, in Django's own shape."""
        apps = self._build_app_dict(request, app_label).values()
        models = {model["object_name"]: model for app in apps for model in app["models"]}
        rooms = [
            {
                "name": name,
                "app_label": slug,
                "app_url": "",
                "has_module_perms": True,
                "models": [models[noun] for noun in nouns if noun in models],
            }
            for slug, name, nouns in ROOMS
        ]
        return [room for room in rooms if room["models"]]

    def get_urls(self):
        from trainings.views.styleguide import styleguide
        from volunteers.views.desk_search import search_page

        search = self.admin_view(partial(search_page, site=self))
        return [
            path("search/", search, name="search"),
            path("styleguide/", self.admin_view(styleguide), name="styleguide"),
            *super().get_urls(),
        ]

    def index(self, request, extra_context=None):
        """What needs an organizer now, what happens this week, and the trainings at work."""
        return super().index(request, {**waiting(request), **(extra_context or {})})


def waiting(request) -> dict:
    """What the desk's first page shows, each list of at most eight rows."""
    from volunteers.mail import mail_notices
    from volunteers.start_page import start_page

    edited = LogEntry.objects.select_related("user", "content_type").order_by("-action_time")
    return {
        "mail_notices": mail_notices(request.user),
        "edited": each_once(edited.filter(content_type__in=read_by(request))[:80])[:8],
        **start_page(request.user),
    }


def read_by(request) -> list[int]:
    """The kinds of records, by key, whose names this account may read in a list of edits.

    People and what belongs to them are left out for whom not everyone is to be seen.
    """
    kinds = [
        model
        for model, desk in admin.site._registry.items()
        if desk.has_view_permission(request)
        and (request.user.world.is_whole or model._meta.app_label == "trainings")
    ]
    return [kind.pk for kind in ContentType.objects.get_for_models(*kinds).values()]


def each_once(entries) -> list[LogEntry]:
    """Of the entries about one record only the first, which is the newest."""
    newest: dict[tuple, LogEntry] = {}
    for entry in entries:
        newest.setdefault((entry.content_type_id, entry.object_id), entry)
    return list(newest.values())
