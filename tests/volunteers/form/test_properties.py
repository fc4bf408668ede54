"""Whatever is sent, the form answers: with a registration, or with a sentence for each field."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.volunteers.factories import make_open_training, make_question
from tests.volunteers.form.sending import address_of, errors, filled, paper
from volunteers.models import Answer, Letter, Registration

pytestmark = pytest.mark.django_db

NASTY = st.sampled_from(
    [
        "",
        "\0",
        "\u202e",
        "a" * 10_000,
        "🙂",
        "-1",
        "9" * 400,
        "TJ",
        "tj",
        "on",
        "<b>",
        "%s",
        "{{ x }}",
    ]
)
TEXT = st.one_of(NASTY, st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
FIELDS = (
    *("name", "native_name", "latin_name", "email", "phone", "nationality", "country"),
    *("languages", "category", "host_organisation", "motivation", "sex", "birth_year"),
    *("birth_year_withheld", "diet", "emergency_name", "emergency_phone", "stamp", "website"),
)


@pytest.fixture
def training():
    training = make_open_training(capacity=None, asks=["host", "diet", "emergency"])
    for kind in ("line", "text", "number", "date", "country", "choice", "choices", "file"):
        make_question(training, kind, kind=kind, options=["A", "B"], only_categories=["national"])
    return training


@given(data=st.data())
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_form_breaks_the_page_or_is_half_stored(training, data):
    asked = [f"question_{row.pk}" for row in training.questions.all()]
    names = data.draw(st.lists(st.sampled_from([*FIELDS, *asked]), max_size=4, unique=True))
    changes = {name: data.draw(TEXT, label=name) for name in names}
    if data.draw(st.booleans()):
        changes[asked[-1]] = paper(content=data.draw(st.binary(min_size=1, max_size=40)))
    before = Registration.objects.count(), Letter.objects.count()
    answer = Client().post(address_of(training), filled(**changes), REMOTE_ADDR="")
    after = Registration.objects.count(), Letter.objects.count()
    if answer.status_code == 302:
        assert after[0] - before[0] in (0, 1)
    else:
        assert answer.status_code in (422, 429)
        assert errors(answer)
        assert after == before


@given(query=st.dictionaries(st.sampled_from(FIELDS), TEXT, max_size=5))
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_address_breaks_the_page(training, query):
    assert Client().get(address_of(training), query).status_code == 200
    assert not Answer.objects.exists()
