"""Draws Django's plain inputs, and lists of no errors, without its templates.

A page of the desk may hold a thousand inputs; by its templates each takes ten times as long. The
HTML is the same: `tests/house/test_inputs.py` compares the two.
"""

import re
from collections.abc import Callable
from html import escape

from django.forms.renderers import TemplatesSetting
from django.utils.functional import Promise
from django.utils.safestring import mark_safe

# Signs that nobody sees or types, and that HTML may not hold: they come from programs.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
LISTS_OF_ERRORS = ("django/forms/errors/list/default.html", "django/forms/errors/list/ul.html")


class PlainInputs(TemplatesSetting):
    """Django's own way for everything but the inputs in `DRAWN`."""

    def render(self, template_name, context, request=None):
        draw = DRAWN.get(template_name)
        if draw:
            return mark_safe(draw(context["widget"]))  # noqa: S308 - each part is escaped
        if template_name in LISTS_OF_ERRORS and not context["errors"]:
            return ""
        return super().render(template_name, context, request)


def without_controls(text: str) -> str:
    """What was typed, without the signs that HTML may not hold; tabs and line ends stay."""
    return CONTROLS.sub("", text)


def typed(value) -> str:
    """What was typed, as HTML shows it in its input."""
    return without_controls(escaped(value))


def escaped(value) -> str:
    """`value` as HTML shows it: Django's `conditional_escape`, which takes five times as long."""
    if type(value) is str:
        return escape(value)
    text = str(value) if isinstance(value, Promise) else value
    return text.__html__() if hasattr(text, "__html__") else escape(str(text))


def attributes(widget: dict) -> str:
    return "".join(
        f" {escaped(name)}" if value is True else f' {escaped(name)}="{escaped(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def one_line(widget: dict) -> str:
    value = widget["value"]
    given = "" if value is None else f' value="{typed(value)}"'
    kind, name = escaped(widget["type"]), escaped(widget["name"])
    return f'<input type="{kind}" name="{name}"{given}{attributes(widget)}>'


def many_lines(widget: dict) -> str:
    text = typed(widget["value"]) if widget["value"] else ""
    # A browser drops the first line end of what stands there.
    name = escaped(widget["name"])
    return f'<textarea name="{name}"{attributes(widget)}>\n{text}</textarea>'


def choice(widget: dict) -> str:
    groups = "".join(group(name, options) for name, options, _number in widget["optgroups"])
    name = escaped(widget["name"])
    return f'<select name="{name}"{attributes(widget)}>{groups}\n</select>'


def group(name: str | None, options: list[dict]) -> str:
    """Options of a choice, under a heading of their own where they have one."""
    listed = "".join(f"\n  {option(one)}" for one in options)
    if not name:
        return listed
    return f'\n  <optgroup label="{escaped(name)}">{listed}\n  </optgroup>'


def option(widget: dict) -> str:
    value, label = escaped(widget["value"]), escaped(widget["label"])
    return f'<option value="{value}"{attributes(widget)}>{label}</option>'


KINDS = (
    *("text", "number", "email", "url", "tel", "search", "hidden", "password"),
    *("date", "datetime", "time", "checkbox", "file"),
)
DRAWN: dict[str, Callable[[dict], str]] = {
    **{f"django/forms/widgets/{kind}.html": one_line for kind in KINDS},
    "django/forms/widgets/textarea.html": many_lines,
    "django/forms/widgets/select.html": choice,
}
