"""The list of reports, and the page of one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trainings.around import hang_reports, in_lists
from trainings.given import Given
from trainings.lists import Found, Words
from trainings.models import Block, Report, ReportSource, ReportText, Training
from trainings.nearness import MOST_OTHERS, heading_of, nearest_to, told_nearest
from trainings.press.closing import contacts_of
from trainings.story import in_order_of, tell
from trainings.together import Asked, kept
from trainings.views.page import (
    first_or_404,
    in_language,
    is_preview,
    page_of,
    render_page,
    words_asked,
)


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
        url = (one.series or one).get_absolute_url()
        named[url] = {"url": url, "name": one.series.name if one.series else one.title}
    return list(named.values())


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    asked = words_asked(request)
    context = {"page": page_of(Found("reports", Words(asked)), request), "q": asked}
    return render_page(request, "trainings/reports.html", context)


@kept
def rows_around(report: Given) -> Asked:
    """The trainings of a report, its further sources, and the keys of the reports nearest to it."""
    return {
        "trainings": in_order_of(report),
        "sources": ReportSource.objects.filter(report=report),
        "nearest": nearest_to(report)[:MOST_OTHERS].values_list("pk", "nearness"),
    }


@require_safe
def report(request: HttpRequest, slug: str) -> HttpResponse:
    rows = published_as(slug=slug)
    hang_reports(rows)
    found = first_or_404(rows["reports"])
    text = found.text_for()
    if text is None:
        raise Http404
    return report_page(request, found, text)


@kept
def published_as(slug: Given) -> Asked:
    return in_lists(Report.objects.published().filter(slug=slug))


def report_page(
    request: HttpRequest, report: Report, text: ReportText, blocks: list[Block] | None = None
) -> HttpResponse:
    """The public page of `report` with `text`, published or (for a preview by staff) not.

    `blocks` are shown instead of the text's own: those of a draft.
    """
    around = rows_around(report=report.pk)
    trainings = around["trainings"]
    published = [training for training in trainings if training.is_published]
    more = told_nearest(around["nearest"])
    # A draft is no secret to whoever looks at a preview.
    story = tell(report, text, trainings if is_preview(request) else published, blocks)
    context = {
        "report": report,
        "text": text,
        "story": story,
        "headline": story.headline,
        "dateline": story.dateline,
        "trainings": story.trainings,
        "published_trainings": published,
        "kickers": kickers(published),
        "blocks": story.blocks,
        "contacts": contacts_of(story),
        "other_texts": other_texts(request, report, text),
        "sources": around["sources"],
        "more": more,
        "more_heading": heading_of(more),
    }
    return render_page(request, "trainings/report.html", context, also_in=report.site_languages)
