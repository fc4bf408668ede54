"""“Save this list as …”: a list of the desk as a file, with its filters, search and order.

The rows are those of `get_queryset(request)`, so that nobody saves what she may not see.
"""

import datetime as dt
import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import label_for_field, lookup_field
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import translation
from django.utils.html import strip_tags
from django.utils.http import content_disposition_header
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.timezone import localdate, localtime

from trainings.exporting import writing
from trainings.exporting.writing import Heading, Value

NEW_LINE = re.compile(r"<br ?/?>")
# Rows read at once, and lines sent at once.
ROWS, LINES = 1000, 200
KINDS = {"xlsx": "XLSX", "csv": "CSV", "json": "JSON"}
PARTS = {
    "csv": (writing.csv_parts, writing.CSV),
    "json": (writing.json_parts, writing.JSON),
}


@dataclass(frozen=True)
class Column:
    """A column of a saved list, and what it holds of a row."""

    key: str
    words: object
    value: Callable[..., Value]


def column_of(model_admin, name: str) -> Column:
    """The column `name` of the list on the screen, as words without links and pictures."""
    key = model_admin.opts.model_name if name == "__str__" else name
    words = label_for_field(name, model_admin.model, model_admin)
    return Column(key.removeprefix("of_").removeprefix("in_"), words, shown(model_admin, name))


def shown(model_admin, name: str) -> Callable[..., Value]:
    """A function giving what the list shows of a row in the column `name`."""
    in_words: dict = {}

    def value_of(row) -> Value:
        try:
            field, _attribute, value = lookup_field(name, row, model_admin)
        except ObjectDoesNotExist:
            return None
        choices = getattr(field, "flatchoices", None)
        if not choices:
            return plain(value)
        if value not in in_words:  # Django puts all choices into words for each row
            in_words[value] = plain(dict(choices).get(value, value))
        return in_words[value]

    return value_of


def plain(value) -> Value:
    """A value as a file may hold it."""
    if isinstance(value, SafeString):
        return " ".join(html.unescape(strip_tags(NEW_LINE.sub(" ", value))).split())
    if isinstance(value, dt.datetime):
        return localtime(value).replace(tzinfo=None)
    if value is None or isinstance(value, bool | int | float | dt.date):
        return value
    return str(value)


def urls(model_admin) -> list:
    """The address under which the list of `model_admin` is saved."""
    view = model_admin.admin_site.admin_view(partial(save_list, model_admin))
    return [path("save-as/<slug:kind>/", view, name=address_name(model_admin))]


def address_name(model_admin) -> str:
    return f"{model_admin.opts.app_label}_{model_admin.opts.model_name}_save"


def links(model_admin, request: HttpRequest) -> list[tuple[str, str]]:
    """For each kind of file its name and the address that saves the list as it is shown."""
    asked = request.GET.copy()
    asked.pop(PAGE_VAR, None)
    ending = f"?{asked.urlencode()}" if asked else ""
    name = f"admin:{address_name(model_admin)}"
    return [(label, reverse(name, args=[kind]) + ending) for kind, label in KINDS.items()]


def save_list(model_admin, request: HttpRequest, kind: str) -> HttpResponseBase:
    """The list that the address of the page asks for, as a file."""
    if not model_admin.has_view_or_change_permission(request):
        raise PermissionDenied
    if kind not in KINDS:
        raise Http404
    if "%00" in request.META["QUERY_STRING"]:
        return redirect(request.path)
    request.GET = request.GET.copy()
    request.GET.pop(PAGE_VAR, None)
    try:
        listed = model_admin.get_changelist_instance(request)
    except IncorrectLookupParameters:
        return redirect(
            f"admin:{model_admin.opts.app_label}_{model_admin.opts.model_name}_changelist"
        )
    columns = model_admin.saved_columns(request)
    model_admin.note_saving(request, kind, columns, listed.result_count)
    rows = model_admin.saved_rows(request, listed.queryset)
    return file_of(
        rows, columns, kind, str(model_admin.opts.verbose_name_plural), filename(model_admin, kind)
    )


def filename(model_admin, kind: str) -> str:
    return f"{model_admin.opts.model_name}-{localdate().isoformat()}.{kind}"


def file_of(rows, columns: list[Column], kind: str, title: str, name: str) -> HttpResponseBase:
    """`rows`, a queryset, as an answer that is sent while it is read."""
    headings = [Heading(one.key, capfirst(str(one.words))) for one in columns]
    values = ([one.value(row) for one in columns] for row in rows.iterator(chunk_size=ROWS))
    if kind == "xlsx":
        file = writing.xlsx_file(headings, values, title=title)
        return FileResponse(file, as_attachment=True, filename=name, content_type=writing.XLSX)
    parts_of, content_type = PARTS[kind]
    lines = in_language(translation.get_language(), several(parts_of(headings, values)))
    disposition = content_disposition_header(True, name)
    return StreamingHttpResponse(
        lines, content_type=content_type, headers={"Content-Disposition": disposition}
    )


def several(lines: Iterator[str]) -> Iterator[str]:
    """`lines`, some at a time: each part that is sent costs the server."""
    while part := "".join(islice(lines, LINES)):
        yield part


def in_language(language: str | None, parts: Iterator[str]) -> Iterator[str]:
    """`parts` made in `language`: they are asked for when the view has long returned."""
    with translation.override(language):
        yield from parts
