"""The editor without scripts: one form, whose buttons send the whole draft."""

import datetime as dt

import pytest
from django.utils.timezone import now

from config.inputs import CONTROLS
from tests.desk.forms import send
from tests.factories import (
    make_appearance,
    make_block,
    make_document,
    make_fact,
    make_group,
    make_organisation,
    make_organisation_role,
    make_person,
    make_photo,
    make_picture,
    make_quote,
    make_report,
    make_series,
    make_session,
)
from tests.newsroom.editor.writing import JSON, address, blocks, press, refusal, said, typed
from tests.records.files import load
from tests.volunteers.roles.people import make_staff
from trainings.models import BlockKind, OpenText, Person, Quote, TextDraft
from trainings.services import drafts
from trainings.services.draft import draft
from volunteers.models import Entry
from volunteers.roles import Role


def first(values) -> str:
    return values["block"][0]


def test_what_is_typed_is_a_draft_that_the_public_does_not_see(organizer_client, client, text):
    press(organizer_client, text, headline="Springs for all")
    assert typed(organizer_client, text)["headline"] == ["Springs for all"]
    assert "Springs for all" in organizer_client.get(address(text, "draft")).content.decode()
    assert "Springs for all" not in client.get("/en/reports/springs/").content.decode()


def test_published_changes_are_public(organizer_client, text):
    page = press(organizer_client, text, "put_in", headline="Springs for all")
    assert said(page) == ["Published: readers see the changes now."]
    assert "Springs for all" in organizer_client.get("/en/reports/springs/").content.decode()


@pytest.mark.parametrize("kind", BlockKind.values)
def test_a_block_of_each_kind_is_added_where_it_is_asked_for(organizer_client, text, kind):
    key = first(typed(organizer_client, text))
    page = press(organizer_client, text, f"add:{kind}:{key}")
    assert page.redirect_chain[0][0].startswith(f"{address(text)}#n")
    assert blocks(page) == ["text", kind]
    assert blocks(press(organizer_client, text, "add:text:")) == ["text", "text", kind]


def test_a_block_is_moved_taken_out_and_put_back(organizer_client, text):
    key = first(typed(organizer_client, text))
    assert blocks(press(organizer_client, text, "add:people:")) == ["people", "text"]
    assert blocks(press(organizer_client, text, f"up:{key}")) == ["text", "people"]
    assert blocks(press(organizer_client, text, f"up:{key}")) == ["text", "people"]
    assert blocks(press(organizer_client, text, f"remove:{key}")) == ["(text)", "people"]
    assert blocks(press(organizer_client, text, f"back:{key}")) == ["text", "people"]
    assert blocks(press(organizer_client, text, f"down:{key}")) == ["people", "text"]


def test_moving_passes_what_was_taken_out(organizer_client, text):
    key = first(typed(organizer_client, text))
    page = press(organizer_client, text, f"add:people:{key}")
    people = typed(organizer_client, text)["block"][1]
    press(organizer_client, text, f"add:facts:{people}")
    press(organizer_client, text, f"remove:{people}")
    page = press(organizer_client, text, f"down:{key}")
    assert blocks(page) == ["(people)", "facts", "text"]


def test_what_each_block_chose_becomes_the_text(organizer_client, text, training):
    rows = {
        "quote": make_quote(training),
        "photo": make_photo(training, consent="given"),
        "photos": make_photo(training, consent="given"),
        "groups": make_group(training),
        "sessions": make_session(training),
        "facts": make_fact(behind := make_organisation_role(training).organisation),
        "documents": make_document(training),
        "organisations": behind,
    }
    kinds = {name: name for name in rows} | {"photos": "gallery", "groups": "figures"}
    for kind in kinds.values():
        press(organizer_client, text, f"add:{kind}:")
    values = typed(organizer_client, text)
    keys = {values[f"{key}-kind"][0]: key for key in values["block"]}
    for name, row in rows.items():
        values[f"{keys[kinds[name]]}-{name}"] = [str(row.pk)]
    values[f"{keys['figures']}-source"] = ["attended"]
    press(organizer_client, text, "put_in", values)
    shown = {block.kind: block for block in text.blocks.all()}
    assert (shown["quote"].quote, shown["photo"].photo) == (rows["quote"], rows["photo"])
    assert list(shown["gallery"].photos.all()) == [rows["photos"]]
    assert list(shown["figures"].groups.all()) == [rows["groups"]]
    assert list(shown["sessions"].sessions.all()) == [rows["sessions"]]
    for name in ("facts", "documents", "organisations"):
        assert list(getattr(shown[name], name).all()) == [rows[name]]
    assert shown["figures"].source == "attended"


def test_facts_are_those_of_the_programme(organizer_client, text, training):
    series, organisation = make_series(), make_organisation("UNV")
    training.series = series
    training.save()
    make_organisation_role(training, organisation)
    make_fact(organisation, wording="volunteers of ours")
    make_fact(series=series, wording="meetings of ours")
    make_fact(make_organisation("Others"), wording="a number of strangers")
    page = organizer_client.get(address(text)).content.decode()
    shown = [words in page for words in ("volunteers of ours", "meetings of ours", "of strangers")]
    assert shown == [True, True, False]


def test_blocks_of_documents_and_organisations_offer_what_may_be_shown(
    organizer_client, text, training
):
    make_document(training, "Agenda of May")
    make_document(training, "Kept inside", public=False)
    make_organisation_role(training, make_organisation("UN Volunteers"))
    page = organizer_client.get(address(text)).content.decode()
    shown = [words in page for words in ("Agenda of May", "Kept inside", "UN Volunteers")]
    assert shown == [True, False, True]


def quote_of(client, text, **words):
    """Write a quote down in a block of its own; the page that comes of it."""
    press(client, text, "add:quote:")
    values = typed(client, text)
    key = first(values)
    for name, word in words.items():
        values[f"{key}-typed-{name}"] = [str(word)]
    return press(client, text, f"quote:{key}", values)


def test_a_quote_is_written_there_of_a_person_found_by_any_spelling(
    organizer_client, text, training
):
    vera = make_appearance(training, make_person("Вера Ким"), title="Chairperson")
    words = {"words": "a social elevator", "person_typed": "vera kim", "approval": "approved"}
    press(organizer_client, text, "add:quote:")
    values = typed(organizer_client, text)
    key = first(values)
    values |= {f"{key}-typed-words": [words["words"]], f"{key}-typed-person_typed": ["vera kim"]}
    page = press(organizer_client, text, f"quote:{key}", values)
    quote = Quote.objects.get()
    assert (quote.words, quote.appearance, quote.approval) == (
        "a social elevator",
        vera,
        "not_asked",
    )
    assert f'value="{quote.pk}" selected' in page.content.decode()


def test_a_quote_is_written_there_of_a_person_who_is_added(organizer_client, text):
    quote_of(organizer_client, text, words="well", name="Dmitry Frischin", title="Expert")
    quote = Quote.objects.get()
    assert quote.appearance.person == Person.objects.get(name="Dmitry Frischin")
    assert (quote.appearance.roles, quote.appearance.title) == (["quoted"], "Expert")


def test_a_quote_may_be_of_nobody_named(organizer_client, text):
    quote_of(organizer_client, text, words="well", attribution="a participant from Osh")
    assert str(Quote.objects.get().attribution) == "a participant from Osh"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"name": "Someone"}, "Type what was said, then add the quote."),
        (
            {"words": "well"},
            "Say who said it: find the person, add a name, or say it in words.",
        ),
    ],
)
def test_half_a_quote_is_refused_and_stays_typed(organizer_client, text, given, sentence):
    page = quote_of(organizer_client, text, **given)
    assert (page.status_code, refusal(page)) == (400, sentence)
    [word] = given.values()
    assert f"{word}" in page.content.decode()
    assert (Quote.objects.count(), Person.objects.count()) == (0, 0)


def test_a_refusal_leads_to_the_block_and_its_input(organizer_client, text):
    press(organizer_client, text, "add:quote:")
    key = first(typed(organizer_client, text))
    page = press(organizer_client, text, "put_in")
    assert refusal(page) == (
        "Kept as a draft, but not put into the text: "
        "Block 1, quote: Choose the quote of this block."
    )
    assert f'href="#id_{key}-quote">Go to this block' in page.content.decode()
    half = press(organizer_client, text, f"quote:{key}")
    assert f'href="#id_{key}-typed-words">Go to this block' in half.content.decode()
    told = press(organizer_client, text, f"quote:{key}", headers=JSON).json()
    assert told["place"] == f"id_{key}-typed-words"


def test_a_block_that_is_too_long_is_led_to(organizer_client, text):
    key = first(typed(organizer_client, text))
    page = press(organizer_client, text, **{f"{key}-body": "word " * 5000})
    assert f'href="#id_{key}-body">Go to this block' in page.content.decode()


def test_a_quote_is_not_added_twice_by_who_was_overtaken(organizer_client, text, colleague):
    press(organizer_client, text, "add:quote:")
    values = typed(organizer_client, text)
    key = first(values)
    values |= {f"{key}-typed-words": ["well"], f"{key}-typed-name": ["Someone"]}
    drafts.save(text, drafts.writing(text).content, version=1, by=colleague)
    assert press(organizer_client, text, f"quote:{key}", values).status_code == 409
    assert (Quote.objects.count(), Person.objects.count()) == (0, 0)


def test_a_photograph_is_uploaded_in_its_block(organizer_client, text, training):
    press(organizer_client, text, "add:photo:")
    values = typed(organizer_client, text)
    key = first(values)
    values[f"{key}-typed-credit"] = ["A. Person"]
    press(organizer_client, text, f"photo:{key}", values, file={f"{key}-file": make_picture()})
    photo = training.photos.get()
    assert photo.credit == "A. Person"
    assert typed(organizer_client, text)[f"{key}-photo"] == [str(photo.pk)]


def test_a_photograph_without_a_picture_is_asked_for_one(organizer_client, text, training):
    press(organizer_client, text, "add:photo:")
    values = typed(organizer_client, text)
    page = press(organizer_client, text, f"photo:{first(values)}", values)
    assert refusal(page) == "Choose the picture first, then add the photograph."
    assert not training.photos.exists()


def test_what_is_no_picture_is_refused_in_a_sentence(organizer_client, text, training):
    press(organizer_client, text, "add:photo:")
    values = typed(organizer_client, text)
    key = first(values)
    wrong = make_picture()
    wrong.file.seek(0)
    wrong.file.write(b"no picture at all")
    page = press(organizer_client, text, "save", values, file={f"{key}-file": wrong})
    assert (page.status_code, bool(refusal(page)), training.photos.count()) == (400, True, 0)


def test_who_was_overtaken_keeps_every_word_and_decides(organizer_client, text, colleague):
    values = typed(organizer_client, text)
    drafts.save(text, {**drafts.writing(text).content, "lead": "Hers."}, version=0, by=colleague)
    page = press(organizer_client, text, "save", values, lead="Mine.")
    assert page.status_code == 409
    assert refusal(page).startswith("Dana saved this text since you opened it (today, ")
    assert "Mine." in page.content.decode()
    assert TextDraft.objects.get().content["lead"] == "Hers."
    press(organizer_client, text, "keep:1", values, lead="Mine.")
    assert TextDraft.objects.get().content["lead"] == "Mine."


RECORD = """
trainings:
  - {{slug: springs, title: Springs}}
reports:
  - slug: springs
    trainings: [springs]
    texts:
      - language: en
        headline: Water
        lead: A lead.
        blocks: [{{kind: text, body: {words}}}]
"""


def test_a_record_that_is_loaded_overtakes_an_open_editor_too(organizer_client, text, tmp_path):
    values = typed(organizer_client, text)
    assert load(tmp_path, RECORD.format(words="They came.")).troubles == []
    page = press(organizer_client, text, "save", values, lead="Mine.")
    assert page.status_code == 409
    assert "by a file that was loaded" in refusal(page)
    assert not TextDraft.objects.get().content
    text.refresh_from_db()
    assert text.revision == 1


def test_a_draft_that_is_older_than_a_loaded_record_says_so(organizer_client, text, tmp_path):
    said = "A file that was loaded, or someone whose account is gone, changed the text"
    press(organizer_client, text, lead="Mine.")
    assert said not in organizer_client.get(address(text)).content.decode()
    load(tmp_path, RECORD.format(words="They came."))
    page = organizer_client.get(address(text)).content.decode()
    assert said in page
    assert "Mine." in page


def test_a_record_that_changes_no_word_overtakes_nobody(organizer_client, text, tmp_path):
    load(tmp_path, RECORD.format(words="They met."))
    values, revision = typed(organizer_client, text), type(text).objects.get().revision
    load(tmp_path, RECORD.format(words="They met."))
    press(organizer_client, text, "save", values, lead="Mine.")
    assert TextDraft.objects.get().content["lead"] == "Mine."
    assert type(text).objects.get().revision == revision


def test_a_script_is_told_the_same_in_short(organizer_client, text, colleague):
    values = typed(organizer_client, text)
    saved = press(organizer_client, text, "save", values, lead="Mine.", headers=JSON).json()
    assert (saved["version"], saved["pending"]) == (1, True)
    refused = press(organizer_client, text, "save", values, lead="Late.", headers=JSON)
    assert refused.status_code == 409
    assert (refused.json()["version"], refused.json()["said"][:8]) == (1, "Aigerim ")


def test_nothing_new_is_no_draft(organizer_client, text):
    assert press(organizer_client, text, headers=JSON).json()["pending"] is False
    page = press(organizer_client, text, "put_in")
    assert said(page) == [
        "Kept as a draft, but not put into the text: There is nothing new to put into the text."
    ]


def test_a_draft_is_thrown_away(organizer_client, text):
    press(organizer_client, text, headline="Other")
    press(organizer_client, text, "discard")
    assert typed(organizer_client, text)["headline"] == ["Water"]


def test_publishing_takes_the_draft_along(organizer_client, training):
    text = make_report(training, headline="News", published=False).texts.get()
    page = press(organizer_client, text, "_publish", lead="A lead.")
    text.refresh_from_db()
    assert said(page) == ["Saved and published. Everyone can read it now."]
    assert (text.lead, text.is_published) == ("A lead.", True)


def test_a_colleague_who_has_it_open_is_named_until_she_is_gone(
    organizer_client, text, colleague, client
):
    row = OpenText.objects.create(text=text, user=colleague)
    told = organizer_client.post(address(text, "open")).json()
    assert told["others"] == "Dana has this text open too."
    assert "Dana has this text open too." in organizer_client.get(address(text)).content.decode()
    OpenText.objects.filter(pk=row.pk).update(seen_at=now() - dt.timedelta(seconds=46))
    assert organizer_client.post(address(text, "open")).json()["others"] == ""


def test_a_page_that_was_left_is_not_open(organizer_client, organizer, text):
    organizer_client.get(address(text))
    organizer_client.post(address(text, "open"), {"closed": "1"})
    assert not OpenText.objects.exists()


def test_each_sentence_of_a_draft_links_to_its_record(organizer_client, text, training, organizer):
    quote = make_quote(training)
    said = [
        {"sentence": "They met.", "record": f"trainings.training:{training.pk}", "field": "title"},
        {"sentence": "They spoke.", "record": f"trainings.quote:{quote.pk}", "field": "words"},
        {"sentence": "They left.", "record": f"trainings.training:{training.pk}", "field": ""},
        {"sentence": "They met.", "record": "auth.group:1", "field": ""},
        {"sentence": "They met.", "record": "trainings.training:99999999999999999999", "field": ""},
    ]
    made = drafts.new_block(body="They met. They spoke.", origins=said)
    drafts.save(text, {"headline": "Water", "blocks": [made]}, version=0, by=organizer)
    page = organizer_client.get(address(text)).content.decode()
    own = f"/admin/trainings/training/{training.pk}/change/"
    assert f'<a href="{own}" target="_blank">Springs · title</a>' in page
    assert f'<a href="{own}#said" target="_blank">“an excellent platform” · words</a>' in page
    assert "They left." not in page.split("Where the sentences come from")[1].split("</ul>")[0]
    press(organizer_client, text, f"add:text:{made['key']}")
    press(organizer_client, text, f"down:{made['key']}")
    kept = TextDraft.objects.get().content["blocks"][1]
    assert kept["origins"] == said


def test_a_report_drafted_from_the_record_says_where_its_head_comes_from(
    organizer_client, training, organizer
):
    text = draft(training, "en", organizer)
    page = organizer_client.get(address(text)).content.decode()
    shown = page.split("Where the sentences come from")[1].split("</ul>")[0]
    assert (text.headline in shown, "Springs · title" in shown) == (True, True)
    drafts.save(
        text, {**drafts.writing(text).content, "headline": "Other"}, version=0, by=organizer
    )
    page = organizer_client.get(address(text)).content.decode()
    assert 'data-part="headline"' not in page


def test_the_page_of_the_report_changes_no_words_of_a_text(organizer_client, text):
    send(organizer_client, f"/admin/trainings/report/{text.report_id}/change/",
         texts__0__headline="Behind the editor's back", texts__0__language="ru")  # fmt: skip
    text.refresh_from_db()
    assert (text.headline, text.language) == ("Water", "ru")


def test_the_page_in_the_frame_may_be_framed_by_the_desk_alone(organizer_client, text):
    framed, page = (organizer_client.get(address(text, one)) for one in ("draft", "change"))
    assert framed["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in framed["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]


@pytest.mark.parametrize("role", [Role.EDITOR, Role.ORGANIZER, Role.ADMINISTRATOR])
def test_who_may_change_reports_writes(client, text, role):
    client.force_login(make_staff(role))
    press(client, text, "put_in", headline="Other")
    text.refresh_from_db()
    assert text.headline == "Other"


def test_who_may_only_read_finds_a_page_and_no_form(client, text):
    client.force_login(make_staff(Role.OBSERVER))
    page = client.get(address(text))
    assert "You may read this text, not change it." in page.content.decode()
    assert "text_form" not in page.content.decode()
    assert client.post(address(text), {"do": "put_in", "headline": "Other"}).status_code == 403


def test_only_the_text_itself_is_in_the_trail(organizer_client, text):
    Entry.objects.all().delete()
    press(organizer_client, text, headline="Other")
    assert not Entry.objects.exists()
    press(organizer_client, text, "put_in")
    assert {one.content_type.model for one in Entry.objects.all()} == {"reporttext"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"block": "x", "x-kind": "poem"},
        {"block": ["a\0", "a", "a"], "version": "-1"},
        {"block": "a", "a-kind": "quote", "a-quote": "1e9", "do": "quote:a"},
        {"block": "a", "a-kind": "text", "a-origins": "[" * 5000},
        {"block": "a", "a-origins": '[{"sentence": "\\ud800", "record": "\\u0000:1"}]'},
        {"do": "up:nobody"},
        {"do": "add:poem:nobody"},
        {"do": "keep:many"},
        {"lead": "x" * 1_000_000},
        {"version": "9" * 400},
        {"block": "a", "a-kind": "quote", "a-typed-person": "x" * 999, "do": "quote:a"},
    ],
)
def test_whatever_is_sent_is_no_error_of_ours(organizer_client, text, wrong):
    for headers in ({}, JSON):
        page = organizer_client.post(address(text), wrong, **headers)
        assert page.status_code in (302, 400, 409)
        assert organizer_client.get(address(text)).status_code == 200
        assert organizer_client.get(address(text, "draft")).status_code == 200


def test_signs_that_no_page_may_hold_are_neither_kept_nor_given_back(organizer_client, text):
    key, odd = first(typed(organizer_client, text)), "a\0\x01\x1b\tb\n\x85c"
    words = {"headline": odd, "lead": odd, f"{key}-body": odd, f"{key}-heading": odd * 200}
    page = press(organizer_client, text, "put_in", **words)
    assert page.status_code == 400
    assert CONTROLS.findall(page.content.decode()) == []
    assert TextDraft.objects.get().content["blocks"][0]["body"] == "a\tb\nc"


def test_a_text_without_a_training_is_written_too(organizer_client, db):
    text = make_report(headline="News").texts.get()
    press(organizer_client, text, "add:quote:")
    page = quote_of(organizer_client, text, words="well", name="Someone")
    assert refusal(page) == "Say on the page of the report which training it is about."


def test_the_page_asks_no_more_often_when_there_is_more(
    organizer_client, text, training, django_assert_max_num_queries
):
    for number in range(9):
        quote = make_quote(
            training, appearance=make_appearance(training, make_person(f"P{number}"))
        )
        make_block(text, "quote", quote=quote)
        make_block(text, "facts", facts=[make_fact()])
        make_block(text, "photo", photo=make_photo(training))
    with django_assert_max_num_queries(50):
        organizer_client.get(address(text))


def test_the_bar_leads_to_the_review_on_a_phone_too(organizer_client, text):
    page = organizer_client.get(address(text)).content.decode()
    assert f'<a href="{address(text, "review")}">Review …</a>' in page
