"""The public pages; each stands under the language of its reader."""

from django.urls import path
from django.views.decorators.http import require_safe

from trainings.calendars import agenda_calendar, site_calendar, training_calendar
from trainings.feeds import ReportsFeed, TrainingsFeed
from trainings.views.countries import countries, country
from trainings.views.home import home
from trainings.views.organisations import organisation, organisations
from trainings.views.people import people, person
from trainings.views.reports import report, reports
from trainings.views.search import search
from trainings.views.series import series
from trainings.views.trainings import training, trainings

urlpatterns = [
    path("", home, name="home"),
    path("trainings/", trainings, name="trainings"),
    path("trainings/<slug:slug>/", training, name="training"),
    path("trainings/<slug:slug>/calendar.ics", training_calendar, name="training_calendar"),
    path("trainings/<slug:slug>/agenda.ics", agenda_calendar, name="agenda_calendar"),
    path("reports/", reports, name="reports"),
    path("reports/<slug:slug>/", report, name="report"),
    path("people/", people, name="people"),
    path("people/<slug:slug>/", person, name="person"),
    path("organisations/", organisations, name="organisations"),
    path("organisations/<slug:slug>/", organisation, name="organisation"),
    path("countries/", countries, name="countries"),
    path("countries/<slug:code>/", country, name="country"),
    path("series/<slug:slug>/", series, name="series"),
    path("search/", search, name="search"),
    path("calendar.ics", site_calendar, name="calendar"),
    path("feeds/reports.atom", require_safe(ReportsFeed()), name="reports_feed"),
    path("feeds/trainings.atom", require_safe(TrainingsFeed()), name="trainings_feed"),
]
