"""What may become a document, and the sentence for what may not."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.forms import modelform_factory

from tests.factories import make_document, make_training
from tests.uploads import samples
from trainings.documents import TYPES, DocumentFormField, download_name
from trainings.models import Document

CONTENT_TYPES = "<Types><Override ContentType='application/{}+xml'/></Types>"
WORD = {"[Content_Types].xml": CONTENT_TYPES.format("document"), "word/document.xml": "<w/>"}
EXCEL = {"[Content_Types].xml": CONTENT_TYPES.format("sheet"), "xl/workbook.xml": "<x/>"}
SLIDES = {"[Content_Types].xml": CONTENT_TYPES.format("pres"), "ppt/presentation.xml": "<p/>"}


def open_document(ending):
    return samples.packed({"mimetype": TYPES[ending], "content.xml": "<o/>"})


ACCEPTED = {
    "agenda.pdf": b"%PDF-1.7\n...%%EOF",
    "AGENDA.PDF": b"%PDF-1.7\n...%%EOF",
    "agenda.docx": samples.packed(WORD),
    "agenda.xlsx": samples.packed(EXCEL),
    "agenda.pptx": samples.packed(SLIDES),
    "agenda.odt": open_document("odt"),
    "agenda.ods": open_document("ods"),
    "agenda.odp": open_document("odp"),
    "agenda.doc": samples.older("WordDocument"),
    "agenda.xls": samples.older("Workbook"),
    "agenda.ppt": samples.older("PowerPoint Document"),
    "agenda.csv": "Имя;Страна\r\nАйгуль;KZ".encode("cp1251"),
    "agenda.txt": "Салом, ҳашар!".encode(),
    "excel.csv": "Имя\tСтрана".encode("utf-16"),
}

EMPTY = "This file is empty. Choose the document again."
TOO_LARGE = "This document is larger than 20 MB. Save it smaller and choose that."
OTHER_KIND = (
    "Documents may be PDF, Word, Excel, PowerPoint, OpenDocument, CSV or plain text. Save it as "
    "PDF and choose that."
)
MACROS = "This document holds macros, which are not accepted. Save it without them, or as PDF."
OVERPACKED = (
    "This document is packed too tightly to be opened safely. Save it as PDF and choose that."
)


def misnamed(ending):
    return (
        f"This file is named .{ending} but doesn't hold such a document, or is locked by a "
        "password. Open it, save it anew and choose that."
    )


PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00"
REFUSED = {
    "zero bytes": ("a.pdf", b"", EMPTY),
    "over 20 MB": ("a.pdf", b"%PDF-1.7" + b"\0" * 20 * 1024**2, TOO_LARGE),
    "a page": ("a.html", b"<script>alert(1)</script>", OTHER_KIND),
    "a drawing": ("a.svg", samples.PROGRAM, OTHER_KIND),
    "a program": ("a.exe", PROGRAM, OTHER_KIND),
    "a program after a PDF's name": ("a.pdf.exe", PROGRAM, OTHER_KIND),
    "no ending": ("pdf", b"%PDF-1.7", OTHER_KIND),
    "a zip": ("a.zip", samples.packed(WORD), OTHER_KIND),
    "a program named .pdf": ("a.pdf", PROGRAM, misnamed("pdf")),
    "a page named .pdf": ("a.pdf", b"<script>alert(1)</script>", misnamed("pdf")),
    "a program named .txt": ("a.txt", PROGRAM, misnamed("txt")),
    "a picture named .csv": ("a.csv", samples.bytes_of(samples.scene(), "JPEG"), misnamed("csv")),
    "a PDF named .docx": ("a.docx", b"%PDF-1.7", misnamed("docx")),
    "any zip named .docx": ("a.docx", samples.packed({"a.txt": "a"}), misnamed("docx")),
    "a sheet named .docx": ("a.docx", samples.packed(EXCEL), misnamed("docx")),
    "a text named .ods": ("a.ods", open_document("odt"), misnamed("ods")),
    "half a docx": ("a.docx", samples.packed(WORD)[:60], misnamed("docx")),
    "a docx locked by a password": (
        "a.docx",
        samples.older("EncryptedPackage"),
        misnamed("docx"),
    ),
    "a sheet of 1997 named .doc": ("a.doc", samples.older("Workbook"), misnamed("doc")),
    "text named .doc": ("a.doc", "WordDocument".encode("utf-16"), misnamed("doc")),
    "an installer named .xls": ("a.xls", samples.older("Binary.Setup"), misnamed("xls")),
    "a docm": ("a.docm", samples.packed(WORD), MACROS),
    "an xlsm": ("a.XLSM", samples.packed(EXCEL), MACROS),
    "a docm named .docx": (
        "a.docx",
        samples.packed({**WORD, "[Content_Types].xml": CONTENT_TYPES.format("macroEnabled.main")}),
        MACROS,
    ),
    "macros left in a docx": (
        "a.docx",
        samples.packed({**WORD, "word/vbaProject.bin": "x"}),
        MACROS,
    ),
    "macros of LibreOffice": (
        "a.odt",
        samples.packed({"mimetype": TYPES["odt"], "Basic/Standard/Module1.xml": "x"}),
        MACROS,
    ),
    "macros of 1997": ("a.xls", samples.older("Workbook") + samples.older("_VBA_PROJECT"), MACROS),
    "ten thousand files": ("a.docx", samples.packed(WORD) + b"PK\x01\x02" * 10_000, OVERPACKED),
    "a bomb of 500 MB": ("a.docx", samples.zip_bomb(WORD), OVERPACKED),
}


@pytest.mark.parametrize(("name", "content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_the_form_refuses_it_with_a_sentence(name, content, sentence):
    with pytest.raises(ValidationError) as refusal:
        DocumentFormField().clean(samples.upload(name, content))
    assert refusal.value.messages == [sentence]


@pytest.mark.parametrize(("name", "content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_row_refuses_it_with_the_same_sentence(name, content, sentence):
    with pytest.raises(ValidationError) as refusal:
        Document(title="Agenda", file=samples.upload(name, content)).clean_fields()
    assert refusal.value.message_dict["file"] == [sentence]


@pytest.mark.django_db
def test_what_nobody_checked_is_not_stored(stored):
    row = Document(training=make_training(), file=samples.upload("a.pdf", PROGRAM))
    with pytest.raises(ValidationError) as refusal:
        row.save()
    assert refusal.value.messages == [misnamed("pdf")]
    assert list(stored.rglob("*")) == []


@pytest.mark.parametrize(("name", "content"), ACCEPTED.items(), ids=ACCEPTED)
@pytest.mark.django_db
def test_these_are_kept_as_they_are(name, content, stored):
    document = make_document(make_training(), file=samples.upload(name, content))
    assert (stored / document.file.name).read_bytes() == content
    stem, ending = name.lower().split(".")
    assert re.fullmatch(rf"documents/{stem}-[0-9a-f]{{12}}\.{ending}", document.file.name)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Программа семинара.pdf", "programma-seminara"),
        ("../../etc/passwd.pdf", "passwd"),
        ("„…“.pdf", "document"),
        ("g" * 300 + ".pdf", "g" * 60),
    ],
)
@pytest.mark.django_db
def test_names_become_short_ascii_inside_their_folder(name, stem):
    document = make_document(make_training(), file=samples.upload("a.pdf", ACCEPTED["agenda.pdf"]))
    document.file.save(name, samples.upload(name, ACCEPTED["agenda.pdf"]))
    assert re.sub(r"[0-9a-f]{12}", "#", document.file.name) == f"documents/{stem}-#.pdf"


@pytest.mark.django_db
def test_the_same_document_is_stored_once_and_deleted_with_its_last_row(stored):
    first, second = (
        make_document(make_training(), file=samples.upload("a.txt", b"Salem")) for _row in "ab"
    )
    assert first.file.name == second.file.name
    first.file.delete()
    assert [path.read_bytes() for path in stored.rglob("*.txt")] == [b"Salem"]
    second.file.delete()
    assert list(stored.rglob("*.txt")) == []


@pytest.mark.django_db
def test_a_stored_document_is_not_read_again_when_its_row_is_checked(stored):
    document = make_document(make_training(), file=samples.upload("a.txt", b"Salem"))
    (stored / document.file.name).unlink()
    Document.objects.get(pk=document.pk).full_clean()


def test_a_form_asks_for_these_kinds_alone():
    accepted = ",".join(f".{ending}" for ending in TYPES)
    assert f'accept="{accepted}"' in str(modelform_factory(Document, fields=["file"])())


@pytest.mark.parametrize(
    ("stored_name", "saved_as"),
    [
        ("agenda-0123456789ab.pdf", "agenda.pdf"),
        ("agenda-2026.pdf", "agenda-2026.pdf"),
        ("agenda.pdf", "agenda.pdf"),
    ],
)
def test_a_reader_saves_it_without_the_hash(stored_name, saved_as):
    assert download_name(stored_name) == saved_as
