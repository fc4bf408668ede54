"""The blocks of a report that show several photographs, the sessions, and who stands behind it."""

from datetime import date, time

import pytest

from tests.factories import (
    make_block,
    make_document,
    make_organisation,
    make_organisation_role,
    make_photo,
    make_picture,
    make_report,
    make_session,
    make_session_person,
    make_training,
)


@pytest.fixture
def training(db):
    return make_training("Springs", slug="springs", time_zone="Asia/Bishkek")


@pytest.fixture
def text(training):
    return make_report(training, slug="springs").texts.get()


@pytest.fixture
def shown(read):
    """A function giving the page of the report."""
    return lambda: read("/en/reports/springs/")


def test_a_gallery_shows_the_photographs_it_chose_or_all(training, text, shown):
    first, _second = make_photo(training, "At the well"), make_photo(training, "On the road")
    block = make_block(text, "gallery", photos=[first])
    assert "At the well" in shown().part("Photographs")
    assert "On the road" not in shown().part("Photographs")
    block.photos.clear()
    assert "On the road" in shown().part("Photographs")


def test_photographs_and_sessions_stand_by_training_as_the_report_names_them(training, text, shown):
    first = make_training("Wells")
    for one in (training, first):
        make_photo(one, f"A photo of {one.title}")
        make_session(one, f"A session of {one.title}")
    text.report.training_links.update(order=1)
    text.report.training_links.create(training=first, order=0)
    make_block(text, "gallery")
    make_block(text, "sessions")
    said = shown().text
    for kind in ("photo", "session"):
        assert said.index(f"A {kind} of Wells") < said.index(f"A {kind} of Springs")


@pytest.mark.parametrize("change", [{"public": False}, {"consent": "withdrawn"}])
def test_a_gallery_of_hidden_photographs_shows_none_at_all(training, text, shown, change):
    photo = make_photo(training, "At the well")
    make_photo(training, "On the road")
    make_block(text, "gallery", photos=[photo])
    assert "At the well" in shown().text
    training.photos.filter(pk=photo.pk).update(**change)
    assert shown().part("Photographs") == ""


def test_a_gallery_leaves_out_a_training_that_is_a_draft(training, text, shown):
    other = make_training("Wells")
    make_block(text, "gallery", photos=[make_photo(other, "In the hills")])
    assert "In the hills" in shown().text
    type(other).objects.filter(pk=other.pk).update(published_at=None)
    assert "In the hills" not in shown().text


def test_a_picture_of_a_gallery_comes_in_several_sizes(training, text, shown):
    make_photo(training, image=make_picture("well.jpg", (700, 500)), alt="A well.")
    make_block(text, "gallery")
    (picture,) = shown().all('.//div[@class="gallery"]//img')
    widths = [part.split()[-1] for part in picture.get("srcset").split(",")]
    assert (widths, picture.get("loading")) == (["480w", "700w"], "lazy")


def test_sessions_stand_under_their_day_with_the_zone_of_their_times(training, text, shown):
    day = {"date": date(2027, 4, 22), "start_time": time(9), "end_time": time(10)}
    make_session(training, "Why people volunteer", **day)
    make_session(training, "Working with media")
    make_block(text, "sessions")
    page = shown()
    assert "Times are local: Bishkek, UTC+6." in page.part("What participants worked on")
    assert page.lines(".//section/h3") == ["Thursday, 22 April", "Also worked on"]
    assert page.lines('.//ul[@class="worked"]') == [
        "09:00–10:00 Why people volunteer Workshop",
        "Working with media Workshop",
    ]


def test_a_block_shows_only_the_sessions_it_chose(training, text, shown):
    chosen = make_session(training, "Case studies")
    make_session(training, "Another")
    make_block(text, "sessions", sessions=[chosen])
    assert shown().part("What participants worked on").endswith("Case studies Workshop")


def test_organisations_stand_with_what_they_did(training, text, shown):
    make_organisation_role(training, make_organisation("Union of Springs"))
    make_organisation_role(training, make_organisation("The Wells"), role="funder")
    make_block(text, "organisations", heading="Made possible by")
    assert shown().part("Made possible by") == (
        "Made possible by Organiser Union of Springs Funder The Wells"
    )


def test_a_block_shows_only_the_organisations_it_chose(training, text, shown):
    chosen = make_organisation_role(training, make_organisation("Union of Springs")).organisation
    make_organisation_role(training, chosen, role="host")
    make_organisation_role(training, make_organisation("The Wells"))
    block = make_block(text, "organisations", organisations=[chosen])
    assert shown().part("Who stands behind it") == (
        "Who stands behind it Organiser Union of Springs Host Union of Springs"
    )
    block.organisations.set([make_organisation("Gone from it")])
    assert shown().part("Who stands behind it") == ""


def test_a_block_shows_only_the_documents_it_chose(training, text, shown):
    chosen = make_document(training, "Agenda of May")
    make_document(report=text.report, title="Resolution 1")
    block = make_block(text, "documents")
    assert [part in shown().part("Documents") for part in ("May", "Resolution")] == [True, True]
    block.documents.set([chosen])
    assert [part in shown().part("Documents") for part in ("May", "Resolution")] == [True, False]
    type(chosen).objects.filter(pk=chosen.pk).update(public=False)
    assert shown().part("Documents") == ""


def test_the_press_kit_tells_what_the_blocks_chose(training, text, client):
    behind = make_organisation_role(training, make_organisation("Union of Springs")).organisation
    make_organisation_role(training, make_organisation("The Wells"))
    paper, _other = make_document(training, "Agenda of May"), make_document(training, "Map")
    make_block(text, "documents", documents=[paper])
    make_block(text, "organisations", organisations=[behind])
    told = client.get("/en/reports/springs/press/report.md").content.decode()
    shown = [part in told for part in ("Agenda of May", "Map", "Union of Springs", "The Wells")]
    assert shown == [True, False, True, False]


def test_a_report_asks_no_more_often_when_there_is_more_to_show(
    training, text, client, django_assert_num_queries, django_assert_max_num_queries
):
    def more():
        make_photo(training)
        make_session_person(make_session(training))
        make_organisation_role(training)

    for kind in ("gallery", "sessions", "organisations"):
        make_block(text, kind)
    more()
    with django_assert_max_num_queries(24) as few:
        client.get("/en/reports/springs/")
    for _more in range(5):
        more()
    with django_assert_num_queries(len(few.captured_queries)):
        client.get("/en/reports/springs/")
