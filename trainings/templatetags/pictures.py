"""`{% picture training.cover alt=training.cover_alt %}`: a picture in the sizes that there are."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from trainings.pictures import PictureField, PictureFile

register = template.Library()


@register.simple_tag
def picture(
    file: PictureFile | None,
    alt: object = "",
    sizes: str = "100vw",
    css: str = "",
    lazy: bool = True,
) -> str:
    """A `<picture>` in AVIF and WebP with a JPEG or PNG behind them; nothing for an empty field.

    `alt` may be a label, empty for a picture that only decorates; `sizes` is what HTML calls so;
    `css` the classes of the `<img>`. `lazy=False` for the picture on top of a page, which is then
    fetched before anything else.
    """
    if not file:
        return ""
    return drawn(file.field, file.name, "" if alt is None else str(alt), sizes, css, lazy)


@lru_cache(maxsize=2000)
def drawn(field: PictureField, name: str, alt: str, sizes: str, css: str, lazy: bool) -> SafeString:
    """The HTML of a picture, of which its name says all; it has a dozen addresses in it."""
    file = PictureFile(None, field, name)
    shown = {
        "file": file,
        "avif": file.srcset("avif"),
        "webp": file.srcset("webp"),
        "own": file.srcset(),
        "address": file.url_for(960),
        "alt": alt,
        "sizes": sizes,
        "css": css,
        "lazy": lazy,
    }
    return render_to_string("trainings/_picture.html", shown)


@register.filter
def at_width(value: PictureFile, width: int) -> str:
    """The address of the picture in about `width` pixels, for a page elsewhere that shows it."""
    return value.url_for(width)
