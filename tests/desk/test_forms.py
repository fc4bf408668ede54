"""The tests read the desk's forms quickly, and no otherwise than a browser does."""

import pytest

from tests.desk.forms import page_of, sent, sent_by
from tests.factories import make_training
from tests.records.everything import make_everything
from trainings.models import Report, ReportText, Training


@pytest.mark.parametrize("model", [Training, Report, ReportText], ids=lambda model: model.__name__)
def test_a_form_with_everything_is_read_as_a_browser_reads_it(organizer_client, model):
    make_everything()
    address = f"/admin/trainings/{model._meta.model_name}/{model.objects.first().pk}/change/"
    page = organizer_client.get(address)
    assert sent(page) == sent_by(page_of(page))


def test_signs_and_line_ends_are_read_as_a_browser_reads_them(organizer_client):
    summary = "One & <two> \"three\" 'four'\r\n\r\n  Спасибо\xa0— ‘five’ &amp; &nbsp; 🙂</textarea>"
    training = make_training('Title & <b> "quoted"', summary={"en": summary})
    page = organizer_client.get(f"/admin/trainings/training/{training.pk}/change/")
    assert summary.replace("\r\n", "\n") in sent(page)["summary_0"]
    assert sent(page) == sent_by(page_of(page))
