"""The public pages; each stands under the language of its reader."""

from django.urls import path
from django.views.decorators.http import require_safe

from config.pages.shown import shown_to_all
from trainings.calendars import agenda_calendar, site_calendar, training_calendar
from trainings.facets import titles
from trainings.feeds import ReportsFeed, TrainingsFeed
from trainings.views.cards import report_card, site_card, training_card
from trainings.views.countries import countries, country
from trainings.views.figures import figures, figures_csv, figures_json
from trainings.views.home import home
from trainings.views.organisations import organisation, organisations
from trainings.views.people import people, person
from trainings.views.press import press, press_embargoed, press_embargoed_file, press_file
from trainings.views.reports import report, reports
from trainings.views.search import search
from trainings.views.series import series
from trainings.views.trainings import agenda_paper, training, trainings

# The same for every reader, so kept whole; a list by its page, and trainings by their filters too.
shown = shown_to_all()
listed = shown_to_all("page")
filtered = shown_to_all("page", *titles())

urlpatterns = [
    path("", shown(home), name="home"),
    path("card-<slug:version>.png", site_card, name="site_card"),
    path("trainings/", filtered(trainings), name="trainings"),
    path("trainings/<slug:slug>/", shown(training), name="training"),
    path("trainings/<slug:slug>/calendar.ics", shown(training_calendar), name="training_calendar"),
    path("trainings/<slug:slug>/agenda.ics", shown(agenda_calendar), name="agenda_calendar"),
    path("trainings/<slug:slug>/card-<slug:version>.png", training_card, name="training_card"),
    path("trainings/<slug:slug>/agenda.pdf", shown(agenda_paper), name="agenda_paper"),
    path("reports/", listed(reports), name="reports"),
    path("reports/<slug:slug>/", shown(report), name="report"),
    path("reports/<slug:slug>/press/", shown(press), name="press"),
    # Not kept: it may be larger than the memory.
    path("reports/<slug:slug>/press/photos.zip", press_file, {"name": "photos.zip"}),
    path("reports/<slug:slug>/press/<str:name>", shown(press_file), name="press_file"),
    path(
        "reports/<slug:slug>/press/embargoed/<str:token>/", press_embargoed, name="press_embargoed"
    ),
    path(
        "reports/<slug:slug>/press/embargoed/<str:token>/<str:name>",
        press_embargoed_file,
        name="press_embargoed_file",
    ),
    path("reports/<slug:slug>/card-<slug:version>.png", report_card, name="report_card"),
    path("people/", listed(people), name="people"),
    path("people/<slug:slug>/", shown(person), name="person"),
    path("organisations/", listed(organisations), name="organisations"),
    path("organisations/<slug:slug>/", shown(organisation), name="organisation"),
    path("countries/", shown(countries), name="countries"),
    path("countries/<slug:code>/", shown(country), name="country"),
    path("series/<slug:slug>/", listed(series), name="series"),
    path("figures/", shown(figures), name="figures"),
    path("figures/trainings.csv", shown(figures_csv), name="figures_csv"),
    path("figures/trainings.json", shown(figures_json), name="figures_json"),
    path("search/", shown(search), name="search"),
    path("calendar.ics", shown(site_calendar), name="calendar"),
    path("feeds/reports.atom", shown(require_safe(ReportsFeed())), name="reports_feed"),
    path("feeds/trainings.atom", shown(require_safe(TrainingsFeed())), name="trainings_feed"),
]
