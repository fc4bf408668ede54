"""Preview, Publish and Take back to a draft."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission

from tests.desk.forms import said, send
from tests.factories import make_account, make_block, make_report, make_report_text, make_training
from trainings.models import Report, ReportText, Training
from trainings.services import publish
from trainings.services.publish import NotAllowed


def change(row) -> str:
    return f"/admin/trainings/{row._meta.model_name}/{row.pk}/change/"


def preview(row) -> str:
    return f"/admin/trainings/{row._meta.model_name}/{row.pk}/preview/"


@pytest.fixture
def draft(db):
    return make_training("Clean water", published=False)


def test_publish_shows_a_training_to_everyone(organizer_client, draft):
    page = send(organizer_client, change(draft), "_publish", summary_0="For everyone.")
    assert said(page) == ["Saved and published. Everyone can read it now."]
    assert organizer_client.get(f"/en/trainings/{draft.slug}/").status_code == 200
    draft.refresh_from_db()
    assert str(draft.summary) == "For everyone."


def test_unpublish_takes_it_back(organizer_client):
    training = make_training()
    page = send(organizer_client, change(training), "_unpublish")
    assert said(page) == ["Taken back to a draft. Only staff see it now."]
    assert organizer_client.get(f"/en/trainings/{training.slug}/").status_code == 404


def test_each_is_logged_with_who_did_it(organizer, draft):
    publish.publish(draft, by=organizer)
    publish.unpublish(draft, by=organizer)
    log = LogEntry.objects.order_by("pk").values_list("user", "object_repr", "change_message")
    assert list(log) == [
        (organizer.pk, "Clean water", "Published."),
        (organizer.pk, "Clean water", "Taken back to a draft."),
    ]


def test_publishing_twice_keeps_the_first_moment(organizer, draft):
    first = publish.publish(draft, by=organizer).published_at
    assert publish.publish(draft, by=organizer).published_at == first
    assert LogEntry.objects.count() == 1


def test_publishing_is_never_done_by_opening_an_address(organizer_client, draft):
    organizer_client.get(change(draft), {"_publish": "1"})
    assert not Training.objects.published().exists()


def test_the_list_publishes_and_unpublishes_the_chosen(organizer_client, draft):
    chosen = {"_selected_action": [draft.pk]}
    for action, text in (
        ("publish_chosen", "1 is public now."),
        ("unpublish_chosen", "1 is a draft now."),
    ):
        page = organizer_client.post(
            "/admin/trainings/training/", {"action": action, **chosen}, follow=True
        )
        assert said(page) == [text]
    assert not Training.objects.published().exists()


def test_the_list_refuses_what_is_unfinished_and_says_why(organizer_client):
    unfinished = make_report(make_training(), headline="", published=False)
    finished = make_report(make_training(), headline="News", lead="A lead.", published=False)
    page = organizer_client.post(
        "/admin/trainings/report/",
        {"action": "publish_chosen", "_selected_action": [unfinished.pk, finished.pk]},
        follow=True,
    )
    assert sorted(said(page)) == [
        "1 is public now.",
        f"{unfinished.texts.get()}: Fill in the headline, then publish.",
    ]
    assert list(Report.objects.published()) == [finished]


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ({"headline": ""}, "Fill in the headline, then publish."),
        ({"lead": ""}, "Write the lead or add a block, then publish."),
    ],
)
def test_a_text_without_what_it_needs_is_refused(organizer, missing, sentence):
    report = make_report(make_training(), published=False)
    text = report.texts.get()
    text.blocks.all().delete()
    for name, value in {"headline": "News", "lead": "A lead.", **missing}.items():
        setattr(text, name, value)
    text.save()
    with pytest.raises(NotAllowed, match=sentence):
        publish.publish(text, by=organizer)


def test_a_text_about_no_training_is_refused(organizer):
    text = make_report(headline="News", lead="A lead.", published=False).texts.get()
    with pytest.raises(NotAllowed, match="Say which training the report is about"):
        publish.publish(text, by=organizer)


def test_a_text_without_a_lead_may_have_a_block(organizer):
    text = make_report(make_training(), lead="", headline="News", published=False).texts.get()
    make_block(text)
    assert publish.publish(text, by=organizer).is_published


def test_a_refused_text_is_saved_all_the_same(organizer_client):
    text = make_report(make_training(), headline="News", published=False).texts.get()
    page = send(organizer_client, change(text), "_publish", headline="", lead="Begun.")
    assert said(page) == ["Saved, but not done: Fill in the headline, then publish."]
    text.refresh_from_db()
    assert (text.lead, text.state) == ("Begun.", "draft")


def test_a_report_publishes_all_its_texts(organizer_client):
    report = make_report(make_training(), headline="News", lead="A lead.", published=False)
    make_report_text(report, "ru", headline="Новости", lead="Начало.", published=False)
    send(organizer_client, change(report), "_publish")
    assert list(ReportText.objects.values_list("state", flat=True)) == ["published", "published"]


def test_a_text_walks_only_along_its_moves(organizer):
    text = make_report(make_training(), headline="News", lead="A lead.").texts.get()
    with pytest.raises(NotAllowed, match="Take it back to a draft first"):
        publish.hand_in(text, by=organizer)
    assert publish.archive(text, by=organizer).state == "archived"
    assert publish.unpublish(text, by=organizer).state == "draft"
    assert publish.hand_in(text, by=organizer).state == "review"


def test_staff_see_a_draft_before_it_is_public(organizer_client, draft):
    page = organizer_client.get(preview(draft))
    assert page.status_code == 200
    assert "<h1" in page.content.decode()
    assert "Clean water" in page.content.decode()


def test_staff_see_a_text_before_it_is_public(organizer_client):
    report = make_report(make_training(), headline="News", lead="Begun.", published=False)
    for row in (report, report.texts.get()):
        assert "Begun." in organizer_client.get(preview(row)).content.decode()


def test_a_stranger_is_asked_to_sign_in_for_a_preview(client, draft):
    answer = client.get(preview(draft))
    assert answer["Location"] == f"/admin/login/?next={preview(draft)}"


def staff_with(*permissions):
    account = make_account("staff@example.org", is_staff=True)
    account.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return account


def test_staff_without_the_permission_find_no_preview(client, draft):
    client.force_login(staff_with("view_person"))
    assert client.get(preview(draft)).status_code == 404


def test_who_may_only_look_sees_the_preview_and_no_publish_button(client, draft):
    client.force_login(staff_with("view_training"))
    assert client.get(preview(draft)).status_code == 200
    assert "_publish" not in client.get(change(draft)).content.decode()


def test_who_may_only_look_can_not_publish(client, draft):
    client.force_login(staff_with("view_training"))
    client.post(change(draft), {"_publish": "1"})
    client.post(
        "/admin/trainings/training/", {"action": "publish_chosen", "_selected_action": draft.pk}
    )
    assert not Training.objects.published().exists()


def test_who_may_only_add_makes_a_draft(client, db):
    client.force_login(staff_with("add_training"))
    send(client, "/admin/trainings/training/add/", "_publish", title_0="Clean water")
    assert Training.objects.get().published_at is None
