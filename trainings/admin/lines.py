"""Draws the lines of a page of the desk: fields side by side, each with its label, help and errors.

Written here and not as a template, which takes much longer: a page may hold a thousand fields.
"""

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from config.inputs import escaped


def draw_line(line) -> SafeString:
    """The HTML of a `Fieldline` of Django's admin."""
    hidden = "" if line.has_visible_field else " hidden"
    several = " several" if len(line.fields) > 1 else ""
    fields = "\n".join(map(draw_field, line))
    html = f'<div class="line{hidden}{several}">\n{fields}\n</div>'
    return mark_safe(html)  # noqa: S308 - each part is escaped, or safe


def draw_field(field) -> str:
    """A field to fill in, or one that may only be read, as Django's admin gives them."""
    if field.is_readonly:
        return draw_readonly(field)
    bound = field.field
    if bound.is_hidden:
        return str(bound)
    if field.is_checkbox:
        return draw_checkbox(bound)
    return draw_group(bound) if bound.use_fieldset else draw_input(bound)


def draw_readonly(field) -> str:
    named = field.field
    label, value = said(named["label"]), escaped(field.contents() or "–")
    return (
        f'<div class="field readonly field-{escaped(named["name"])}">'
        f'<span class="label">{label}</span><div class="value">{value}</div>'
        f"{help_of(named['help_text'])}</div>"
    )


def draw_checkbox(bound) -> str:
    tick = (
        f'<span class="tick">{bound}<label for="{bound.id_for_label}">{said(bound.label)}</label>'
    )
    helped = help_of(bound.help_text, bound.auto_id)
    return f'<div class="{kinds_of(bound, "check")}">{bound.errors}{tick}</span>{helped}</div>'


def draw_group(bound) -> str:
    """Several inputs under one legend, such as one a language."""
    told = escaped(bound.aria_describedby or "")
    described = f' aria-describedby="{told}"' if told else ""
    field = bound.field
    required = needed(field.required or getattr(field, "one_required", False))
    return (
        f'<fieldset class="{kinds_of(bound, "group")}"{described}>'
        f"<legend{required}>{said(bound.label)}</legend>"
        f"{help_of(bound.help_text, bound.auto_id)}{bound.errors}{bound}</fieldset>"
    )


def draw_input(bound) -> str:
    label = f'<label for="{bound.id_for_label}"{needed(bound.field.required)}>{said(bound.label)}'
    helped = help_of(bound.help_text, bound.auto_id)
    return f'<div class="{kinds_of(bound)}">{label}</label>{helped}{bound.errors}{bound}</div>'


def kinds_of(bound, *more: str) -> str:
    """The classes of a field."""
    wrong = ["wrong"] if bound.errors else []
    return " ".join(["field", *more, f"field-{bound.name}", *wrong])


def needed(required: bool) -> str:
    return ' class="required"' if required else ""


def said(label) -> str:
    return escaped(capfirst(str(label)))


def help_of(text, key: str = "") -> str:
    """The help below a label: words of our own, which may hold links."""
    known = f' id="{key}_helptext"' if key else ""
    return f'<p class="help"{known}>{text}</p>' if text else ""
