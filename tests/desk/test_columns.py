"""Every fact the record can hold can be entered by hand."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets

from tests.desk.forms import send
from tests.factories import make_organisation, make_report, make_training
from trainings.models import Fact, Report, Training
from trainings.models.picked import Picked
from trainings.services.draft_rows import PLAIN
from trainings.services.draft_shape import ONE, SEVERAL

# Set by the buttons Publish, Take back and their like, never typed.
BY_BUTTON = {"Training.published_at", "ReportText.state", "ReportText.published_at"}
# What is kept while people write and read a text; none of it belongs to the record.
AT_WORK = {"BlockFigures", "Comment", "OpenText", "TextDraft"}
# The editor of a text is no form of the admin: it writes each of these into a draft.
IN_EDITOR = {f"Block.{name}" for name in (*PLAIN, *ONE, *SEVERAL)} | {"Block.text", "Block.order"}


def entered(request) -> set[str]:
    """The columns that some page of the desk has an input for, or sets by where it stands."""
    found = set(IN_EDITOR)
    for page in admin.site._registry.values():
        for one in [page, *page.get_inline_instances(request)]:
            names = flatten_fieldsets(one.get_fieldsets(request))
            found |= {f"{one.model.__name__}.{name}" for name in names}
            if hasattr(one, "parent_model"):
                to = (field for field in one.model._meta.fields if field.related_model)
                found |= {
                    f"{one.model.__name__}.{field.name}"
                    for field in to
                    if field.related_model is one.parent_model
                }
    return found


def test_each_column_of_the_record_has_an_input(rf, organizer):
    request = rf.get("/")
    request.user = organizer
    columns = {
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("trainings").get_models()
        # What a block picked, and in which order, is told by its lists in the editor.
        if model.__name__ not in AT_WORK and not issubclass(model, Picked)
        for field in (*model._meta.fields, *model._meta.many_to_many)
        if field.editable and not field.auto_created
    }
    many = {"Report.trainings"}  # by way of its rows
    assert columns - entered(request) == BY_BUTTON | many


@pytest.mark.parametrize(
    ("typed", "column", "kept"),
    [
        ({"date_precision": "list", "days": "2023-04-11, 2023-04-04"},
         "days", ["2023-04-11", "2023-04-04"]),
        ({"sdg_framework": "goals", "sdg_goals": ["4", "13"]}, "sdg_goals", ["4", "13"]),
        ({"sdg_framework": "all"}, "sdg_framework", "all"),
        ({"edition_number": "1"}, "edition_number", 1),
        ({"date_precision": "year", "year": "2016", "is_ongoing": "on"}, "is_ongoing", True),
        ({"time_zone": "Asia/Bishkek"}, "time_zone", "Asia/Bishkek"),
        ({"wording_language": "fr"}, "wording_language", "fr"),
    ],
)  # fmt: skip
def test_a_column_keeps_what_is_typed(organizer_client, typed, column, kept):
    training = make_training()
    send(organizer_client, f"/admin/trainings/training/{training.pk}/change/", **typed)
    assert getattr(Training.objects.get(), column) == kept


def test_a_moment_is_read_by_the_clocks_of_the_site(organizer_client, settings):
    settings.TIME_ZONE = "Asia/Almaty"
    training = make_training()
    address = f"/admin/trainings/training/{training.pk}/change/"
    send(organizer_client, address, registration_opens_at="2027-02-01T09:00")
    assert Training.objects.get().registration_opens_at.isoformat() == "2027-02-01T04:00:00+00:00"


def test_a_report_gets_its_address_from_the_headline(organizer_client):
    training = make_training()
    for _again in range(2):
        send(
            organizer_client,
            f"/admin/trainings/report/add/?training={training.pk}",
            texts__0__headline="Вода для всех",
        )
    assert list(Report.objects.order_by("pk").values_list("slug", "trainings")) == [
        ("voda-dlya-vsekh", training.pk),
        ("voda-dlya-vsekh-2", training.pk),
    ]


def test_a_fact_gets_its_key_from_its_wording(organizer_client):
    unv = make_organisation("UN Volunteers")
    for _again in range(2):
        send(
            organizer_client,
            "/admin/trainings/fact/add/",
            organisation=unv.pk,
            wording_0="national volunteers",
            value="35",
            source="A newspaper",
        )
    keys = Fact.objects.order_by("pk").values_list("key", flat=True)
    assert list(keys) == ["national-volunteers-35", "national-volunteers-35-2"]


def test_a_document_may_belong_to_a_report_alone(organizer_client):
    report = make_report(make_training())
    address = f"/admin/trainings/report/{report.pk}/change/"
    send(organizer_client, address, documents__0__title_0="A resolution")
    assert [str(row.title) for row in report.documents.all()] == ["A resolution"]
