"""The list of reports, and the page of one."""

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from trainings import figures
from trainings.models import Appearance, Block, Document, Quote, Report, ReportText, Training
from trainings.views.page import in_language, is_preview, page_of, render_page, words_asked

TRAININGS = Training.objects.select_related("series").prefetch_related(
    "places__country",
    "organisation_roles__organisation",
    "groups__countries__country",
    "groups__reported_in__texts",
    "groups__reported_in__training_links__training",
    "groups__place__country",
    "groups__session",
    "documents",
    Prefetch(
        "appearances",
        Appearance.objects.shown()
        .select_related("person", "country")
        .prefetch_related("organisations"),
    ),
)
BLOCKS = Block.objects.select_related("photo__training").prefetch_related(
    Prefetch(
        "quote", Quote.objects.select_related("appearance__person", "organisation", "training")
    ),
    "facts__organisation",
    "facts__series",
    "facts__country",
    "groups",
)


def dateline(report: Report) -> str:
    """`ALMATY, 18 May 2015 (TCA)` with the parts that are known, as a newspaper prints it."""
    place = ", ".join(
        part for part in (str(report.dateline_place), report.dateline_wording) if part
    )
    return f"{place} ({report.agency})" if place and report.agency else place or report.agency


def other_texts(request: HttpRequest, report: Report, text: ReportText) -> list[dict]:
    """The published texts in the site's other languages, each with its code and address."""
    return [
        {"language": code, "url": in_language(request.path, code)}
        for code in report.site_languages
        if code != text.language
    ]


def kickers(trainings: list[Training]) -> list[dict]:
    """What stands above the headline: each series once, and trainings without one."""
    named = {}
    for one in trainings:
        url = f"{reverse('trainings')}?series={one.series.slug}" if one.series else ""
        url = url or one.get_absolute_url()
        named[url] = {"url": url, "name": one.series.name if one.series else one.title}
    return list(named.values())


def documents_of(report: Report, trainings: list[Training]) -> list[Document]:
    """The public documents that the report names itself, then those of its trainings."""
    owners = (report, *trainings)
    return [document for one in owners for document in one.documents.all() if document.public]


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    asked = words_asked(request)
    found = Report.objects.published().matching(asked).for_lists().newest_first()
    context = {"page": page_of(found, request), "q": asked}
    return render_page(request, "trainings/reports.html", context)


@require_safe
def report(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Report.objects.published().for_lists(), slug=slug)
    text = found.text_for()
    if text is None:
        raise Http404
    return report_page(request, found, text)


def report_page(request: HttpRequest, report: Report, text: ReportText) -> HttpResponse:
    """The public page of `report` with `text`, published or (for a preview by staff) not."""
    trainings = list(
        TRAININGS.filter(report_links__report=report).order_by("report_links__order", "pk")
    )
    published = [training for training in trainings if training.is_published]
    # A draft is no secret to whoever looks at a preview.
    shown = trainings if is_preview(request) else published
    context = {
        "report": report,
        "text": text,
        "headline": text.headline or (str(shown[0].title) if shown else report.slug),
        "dateline": dateline(report),
        "trainings": shown,
        "published_trainings": published,
        "kickers": kickers(published),
        "blocks": list(BLOCKS.filter(text=text)),
        "groups": figures.tree(group for one in shown for group in one.groups.all()),
        "documents": documents_of(report, shown),
        "sources": report.sources.all(),
        "other_texts": other_texts(request, report, text),
        "more": Report.objects.published().exclude(pk=report.pk).for_lists().newest_first()[:3],
    }
    return render_page(request, "trainings/report.html", context, also_in=report.site_languages)
