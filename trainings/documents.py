"""Documents: PDF and office files, checked when they are uploaded and only ever downloaded."""

import re
import zipfile
from io import BytesIO

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import models
from django.utils.translation import gettext_lazy as _

from trainings.stored import (
    MAX_BYTES,
    MEGABYTE,
    StoredFile,
    content_name,
    content_of,
    ending_of,
    put,
)

OPEN_XML = "application/vnd.openxmlformats-officedocument."
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
# The endings that are accepted, and as what each is served. None of them is shown by a browser.
TYPES = {
    "pdf": "application/pdf",
    "docx": f"{OPEN_XML}wordprocessingml.document",
    "xlsx": f"{OPEN_XML}spreadsheetml.sheet",
    "pptx": f"{OPEN_XML}presentationml.presentation",
    "odt": f"{OPEN_DOCUMENT}text",
    "ods": f"{OPEN_DOCUMENT}spreadsheet",
    "odp": f"{OPEN_DOCUMENT}presentation",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "csv": "text/csv",
    "txt": "text/plain",
}
# Where the text of an Open XML file lies (ECMA-376, part 1), and the stream that an older file
# of the same program has ([MS-DOC], [MS-XLS], [MS-PPT]).
MAIN_PART = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
MAIN_STREAM = {
    "doc": ["WordDocument"],
    "xls": ["Workbook", "Book"],
    "ppt": ["PowerPoint Document"],
}
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ZIP_ENTRY = b"PK\x01\x02"
MAX_ENTRIES = 10_000
MAX_UNPACKED = 400 * MEGABYTE

EMPTY = _("This file is empty. Choose the document again.")
TOO_LARGE = _("This document is larger than 20 MB. Save it smaller and choose that.")
OTHER_KIND = _(
    "Documents may be PDF, Word, Excel, PowerPoint, OpenDocument, CSV or plain text. Save it as "
    "PDF and choose that."
)
MISNAMED = _(
    "This file is named .%(ending)s but doesn't hold such a document, or is locked by a password. "
    "Open it, save it anew and choose that."
)
MACROS = _("This document holds macros, which are not accepted. Save it without them, or as PDF.")
OVERPACKED = _(
    "This document is packed too tightly to be opened safely. Save it as PDF and choose that."
)


def check_document(file: File) -> None:
    """Refuse a file that may not become a document, with a sentence that says what to do.

    `file` is a Django file with a name; it is left at its beginning. Raises ValidationError.
    """
    if not file.size:
        raise ValidationError(EMPTY, code="empty_document")
    if file.size > MAX_BYTES:
        raise ValidationError(TOO_LARGE, code="too_large")
    ending = ending_of(file.name)
    if ending in ("docm", "dotm", "xlsm", "xltm", "xlsb", "pptm", "potm", "ppsm"):
        raise ValidationError(MACROS, code="macros")
    if ending not in TYPES:
        raise ValidationError(OTHER_KIND, code="other_kind")
    content = content_of(file)
    if ending in MAIN_PART or ending in ("odt", "ods", "odp"):
        holds_it = is_packed_document(content, ending)
    elif ending in MAIN_STREAM:
        holds_it = is_older_document(content, ending)
    elif ending == "pdf":
        # Acrobat's own rule: the header stands in the first 1024 bytes (ISO 32000-1, H.3.4.1).
        holds_it = b"%PDF-" in content[:1024]
    else:
        holds_it = is_text(content)
    if not holds_it:
        raise ValidationError(MISNAMED, code="misnamed", params={"ending": ending})


def is_packed_document(content: bytes, ending: str) -> bool:
    """Whether `content` is a zip of the kind `ending`; raises ValidationError for macros."""
    # Counted before opening: the list of names alone can fill the memory.
    if content.count(ZIP_ENTRY) > MAX_ENTRIES:
        raise ValidationError(OVERPACKED, code="overpacked")
    sizes, label = look_into(content, "[Content_Types].xml" if ending in MAIN_PART else "mimetype")
    if sum(sizes.values()) > MAX_UNPACKED:
        raise ValidationError(OVERPACKED, code="overpacked")
    if b"macroEnabled" in label or any(holds_macros(name) for name in sizes):
        raise ValidationError(MACROS, code="macros")
    if ending in MAIN_PART:
        return MAIN_PART[ending] in sizes
    return label.strip() == TYPES[ending].encode()


def look_into(content: bytes, label: str) -> tuple[dict[str, int], bytes]:
    """The unpacked sizes of the files in a zip, in bytes, and up to 1 MB of the file `label`.

    Nothing for what is no zip or doesn't hold the file. Nothing is unpacked to disk.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed, packed.open(label) as part:
            return {e.filename: e.file_size for e in packed.infolist()}, part.read(MEGABYTE)
    except Exception:  # zipfile raises whatever the bytes made of it.
        return {}, b""


def holds_macros(name: str) -> bool:
    """Whether a file of this name in a zip holds programs, of Office or of LibreOffice."""
    return name.lower().endswith("vbaproject.bin") or name.startswith(("Basic/", "Scripts/"))


def is_older_document(content: bytes, ending: str) -> bool:
    """Whether `content` is an OLE file with the stream of `ending`; ValidationError for macros."""
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        raise ValidationError(MACROS, code="macros")
    streams = (name.encode("utf-16-le") for name in MAIN_STREAM[ending])
    return content.startswith(OLE) and any(stream in content for stream in streams)


def is_text(content: bytes) -> bool:
    """Whether `content` is text in some encoding, rather than a program or a picture."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16", errors="replace").encode()
    return not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", content)


def download_name(name: str) -> str:
    """The name under which a reader saves the stored file `name`: without its hash."""
    return re.sub(r"-[0-9a-f]{12}(?=\.\w+$)", "", name)


class DocumentFile(StoredFile):
    def save(self, name, content, save=True):
        """Store `content` under a name made of what it holds. Raises ValidationError."""
        check_document(content)
        held = content_of(content)
        kept = f"{content_name(name, held, otherwise='document')}.{ending_of(name)}"
        self.name = self.field.generate_filename(self.instance, kept)
        put(self.storage, self.name, held)
        setattr(self.instance, self.field.attname, self.name)
        self._committed = True
        if save:
            self.instance.save()


def check_new_document(document: DocumentFile) -> None:
    """Check a document that is not stored yet; a stored one was checked when it came."""
    if not document._committed:
        check_document(document)


class DocumentFormField(forms.FileField):
    default_error_messages = {"empty": EMPTY}

    def to_python(self, data):
        file = super().to_python(data)
        if file is not None:
            check_document(file)
        return file

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "accept": ",".join(f".{e}" for e in TYPES)}


class DocumentField(models.FileField):
    """A document of the record."""

    attr_class = DocumentFile
    default_validators = [check_new_document]

    def __init__(self, *args, **options):
        super().__init__(*args, **{"max_length": 255, **options})

    def formfield(self, **options):
        # The name of the upload is not kept whole, so its length doesn't matter.
        return super().formfield(**{"form_class": DocumentFormField, "max_length": None, **options})
