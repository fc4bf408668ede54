"""Pieces of pages that are drawn once: for whatever else a row says, there is another one."""

import pytest
from django.core.cache import cache
from django.template import Context, Template
from django.utils.safestring import mark_safe

from tests.factories import (
    make_appearance,
    make_fact,
    make_group,
    make_group_country,
    make_organisation,
    make_person,
    make_place,
    make_report,
    make_session,
    make_session_person,
    make_training,
    make_training_language,
)
from trainings.labels import Label
from trainings.models import Appearance, Fact, Session, SessionPerson
from trainings.templatetags import pieces
from trainings.together import hang, kept, rows_of

LINE = '{% load pieces %}{% piece "trainings/_person_line.html" appearance=row %}'
FACTS = '{% load pieces %}{% piece "trainings/_facts.html" facts=rows show_subject=True %}'
SESSION = '{% load pieces %}{% piece "trainings/_session.html" session=row %}'


@pytest.fixture
def drawn(monkeypatch):
    """The names of the templates that pieces were drawn of since the test began."""
    names, draw = [], pieces.render_to_string

    def noted(name, values):
        names.append(name)
        return draw(name, values)

    monkeypatch.setattr(pieces, "render_to_string", noted)
    pieces.drawn.cache_clear()
    return names


def shown(template: str, **values) -> str:
    return Template(template).render(Context(values))


@kept
def appearances():
    return {"rows": Appearance.objects.select_related("person", "country")}


def appearance() -> Appearance:
    """The one appearance there is, as a page reads it."""
    return appearances()["rows"][0]


@pytest.mark.django_db
def test_a_row_that_says_the_same_is_drawn_once(drawn):
    make_appearance(make_training(), make_person("Aigul Sadykova"), title="expert")
    assert shown(LINE, row=appearance()) == shown(LINE, row=appearance())
    assert len(drawn) == 1


@pytest.mark.django_db
def test_a_row_that_says_something_else_is_drawn_anew():
    person = make_person("Aigul Sadykova")
    made = make_appearance(make_training(), person, title="expert")
    assert "expert" in shown(LINE, row=appearance())
    Appearance.objects.filter(pk=made.pk).update(title="trainer")
    assert "trainer" in shown(LINE, row=appearance())
    type(person).objects.update(name="Aigul Bekova")  # a row that is read along with it
    assert "Aigul Bekova" in shown(LINE, row=appearance())


@kept
def agenda():
    people = SessionPerson.objects.select_related("appearance__person")
    return {"sessions": Session.objects.select_related("place"), "people": people}


def session() -> Session:
    """The one session there is with its people, as the page of a training reads it."""
    rows = agenda()
    hang(rows["sessions"], "people", rows["people"], by="session")
    hang(rows["sessions"], "materials", [], by="session")
    return rows["sessions"][0]


@pytest.mark.django_db
def test_a_row_in_hand_belongs_to_what_is_said(drawn):
    row = make_session_person(make_session(make_training(), "Springs"))
    name = row.appearance.person.name
    assert name in shown(SESSION, row=session())
    assert name in shown(SESSION, row=session())
    row.delete()
    assert name not in shown(SESSION, row=session())
    assert drawn == 2 * ["trainings/_session.html"]


@pytest.mark.django_db
def test_a_row_of_an_ordinary_query_is_drawn_each_time(drawn):
    make_appearance(make_training())
    for _time in range(2):
        shown(LINE, row=Appearance.objects.get())
    assert len(drawn) == 2
    assert pieces.drawn.cache_info().currsize == 0


@pytest.mark.django_db
def test_what_would_have_to_be_read_is_not_kept(drawn):
    """A fact names its organisation, which is not read along here."""
    organisation = make_organisation("Springs United")
    make_fact(organisation)
    assert "Springs United" in shown(FACTS, rows=rows_of(rows=Fact.objects.all())["rows"])
    type(organisation).objects.update(name="Wells United")
    assert "Wells United" in shown(FACTS, rows=rows_of(rows=Fact.objects.all())["rows"])
    assert pieces.drawn.cache_info().currsize == 0


@pytest.mark.django_db
def test_an_error_that_a_template_passes_over_keeps_nothing(drawn):
    """`{% if %}` takes an error for a no: then the country of a fact would never be shown."""
    make_fact(country="KZ")
    rows = rows_of(rows=Fact.objects.select_related("organisation", "series"))["rows"]
    assert "Kazakhstan" in shown(FACTS, rows=rows)
    assert pieces.drawn.cache_info().currsize == 0


def test_words_that_are_html_are_not_the_same_as_others():
    motto = '{% load pieces %}{% piece "_rooms.html" SITE_NAME=name %}'
    assert "<b>Asar</b>" in shown(motto, name=mark_safe("<b>Asar</b>"))
    assert "&lt;b&gt;Asar&lt;/b&gt;" in shown(motto, name="<b>Asar</b>")


def test_a_part_of_a_group_shows_what_changed_in_it(read, db):
    training = make_training("Water", slug="water")
    whole = make_group(training, count=45, capacity="volunteers", is_total=True)
    part = make_group(training, count=20, capacity="women", subset_of=whole)
    make_group_country(part, "KZ", count=3)
    assert "20 women of 45" in read("/en/trainings/water/").section("who")
    type(part).objects.filter(pk=whole.pk).update(count=46)
    assert "20 women of 46" in read("/en/trainings/water/").section("who")
    type(part).objects.filter(pk=part.pk).update(count=21)
    assert "21 women of 46" in read("/en/trainings/water/").section("who")


@pytest.mark.parametrize(
    "address",
    ["", "trainings/", "trainings/{slug}/", "reports/{report}/", "people/", "countries/kz/"],
)
def test_a_page_made_anew_draws_none_of_its_pieces_again(story, client, drawn, address):
    make_report(story.training, headline="One more")
    path = f"/en/{address.format(slug=story.training.slug, report=story.report.slug)}"
    first = client.get(path).content
    assert drawn
    drawn.clear()
    cache.clear()  # of whole pages
    assert client.get(path).content == first
    assert drawn == []


def test_what_changes_in_a_training_or_in_its_places_is_shown(read, db):
    training = make_training("Water", slug="water", slogan="Together")
    place = make_place(training, "KZ", city="Osh")
    page = read("/en/trainings/water/")
    assert "Together" in page.text
    assert "Osh" in page.text
    type(training).objects.filter(pk=training.pk).update(slogan=Label("At last"))
    type(place).objects.filter(pk=place.pk).update(city=Label("Taraz"))
    make_training_language(training, language="tg")
    page = read("/en/trainings/water/")
    assert "At last" in page.text
    assert "Taraz" in page.text
    assert "Tajik" in page.section("behind")
