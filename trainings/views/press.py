"""The press kit of a report: its page and its files, public or behind a link until a moment."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from trainings.exporting.writing import CSV
from trainings.models import Report, ReportText
from trainings.press import marked, plain, sheet, tables
from trainings.press.closing import contacts_of
from trainings.press.embargo import text_behind
from trainings.press.kit import Kit, kit_of
from trainings.press.photos import photos_zip
from trainings.press.share import share_text
from trainings.views.page import render_page

TEXT = "text/plain; charset=utf-8"
MARKDOWN = "text/markdown; charset=utf-8"


@dataclass(frozen=True)
class File:
    """A file of the kit: what it is called and shown as, of which type it is, and who writes it."""

    name: str
    words: Promise
    ending: str
    type: str
    write: Callable[[Kit], str | bytes | Iterable[bytes]]

    @property
    def kind(self) -> str:
        return self.name.rsplit(".", 1)[1].upper()


FILES = (
    File("report.pdf", _("The whole report to print"), ".pdf", "application/pdf", sheet.draw),
    File("report.txt", _("The whole report as plain text"), ".txt", TEXT, plain.write),
    File("report.md", _("The whole report in Markdown"), ".md", MARKDOWN, marked.write),
    File("quotes.csv", _("Quotes as a table"), "-quotes.csv", CSV, tables.quotes_csv),
    File(
        "figures.csv",
        _("Figures as a table, with tags of HXL"),
        "-figures.csv",
        CSV,
        tables.figures_csv,
    ),
    File(
        "photos.zip",
        _("Photographs in full size, with credits"),
        "-photos.zip",
        "application/zip",
        photos_zip,
    ),
)
BY_NAME = {file.name: file for file in FILES}


@require_safe
def press(request: HttpRequest, slug: str) -> HttpResponse:
    return press_page(request, kit_of(public_text(slug)))


@require_safe
def press_file(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    return answer(file_called(name), kit_of(public_text(slug)))


@require_safe
@never_cache
def press_embargoed(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    text = scheduled_text(slug, token)
    if text.is_published:
        return redirect("press", slug)
    return unlisted(press_page(request, kit_of(text), token))


@require_safe
@never_cache
def press_embargoed_file(request: HttpRequest, slug: str, token: str, name: str) -> HttpResponse:
    file, text = file_called(name), scheduled_text(slug, token)
    if text.is_published:
        return redirect("press_file", slug, name)
    return unlisted(answer(file, kit_of(text)))


def public_text(slug: str) -> ReportText:
    """The published text of a report in the reader's language, or the nearest. Raises Http404."""
    text = get_object_or_404(Report.objects.published().for_lists(), slug=slug).text_for()
    if text is None:
        raise Http404
    return text


def scheduled_text(slug: str, token: str) -> ReportText:
    """The text that a signed link leads to. Raises Http404 where it leads nowhere any more."""
    text = text_behind(token)
    if text is None or text.report.slug != slug:
        raise Http404
    return text


def file_called(name: str) -> File:
    if name not in BY_NAME:
        raise Http404
    return BY_NAME[name]


def unlisted(response: HttpResponse) -> HttpResponse:
    """Kept out of search engines, whoever passed the link on."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def press_page(request: HttpRequest, kit: Kit, token: str = "") -> HttpResponse:
    context = {
        "kit": kit,
        "report": kit.report,
        "text": kit.text,
        "files": [(file, address_of(file, kit, token)) for file in files_of(kit)],
        "shares": shares_of(kit),
        "contacts": contacts_of(kit.story),
        "sources": kit.report.sources.all(),
    }
    return render_page(request, "trainings/press.html", context, also_in=kit.report.site_languages)


def files_of(kit: Kit) -> list[File]:
    """Those in which something would stand."""
    held = {
        "quotes.csv": kit.quotes,
        "figures.csv": kit.groups or kit.frozen,
        "photos.zip": kit.pictures,
    }
    return [file for file in FILES if held.get(file.name, True)]


def address_of(file: File, kit: Kit, token: str) -> str:
    slug = kit.report.slug
    if token:
        return reverse("press_embargoed_file", args=[slug, token, file.name])
    return reverse("press_file", args=[slug, file.name])


def shares_of(kit: Kit) -> list[tuple[ReportText, str]]:
    """The words to share it with, for each text that is public when this one is."""
    texts = [kit.text] if kit.until else [one for one in kit.report.texts.all() if one.is_published]
    return [(text, share_text(text)) for text in texts if share_text(text)]


def answer(file: File, kit: Kit) -> HttpResponse:
    """The file to save, sent while it is written where it is a long one."""
    written = file.write(kit)
    charset = (
        "; charset=utf-8" if file.type.startswith("text/") and "charset" not in file.type else ""
    )
    kind = StreamingHttpResponse if not isinstance(written, str | bytes) else HttpResponse
    response = kind(written, content_type=f"{file.type}{charset}")
    name = kit.file_name(file.ending)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
