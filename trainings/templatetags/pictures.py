"""`{% picture training.cover alt=training.cover_alt %}`: a picture in the sizes that there are."""

from django import template

from trainings.pictures import PictureFile

register = template.Library()


@register.inclusion_tag("trainings/_picture.html")
def picture(
    file: PictureFile | None,
    alt: object = "",
    sizes: str = "100vw",
    css: str = "",
    lazy: bool = True,
) -> dict:
    """A `<picture>` in AVIF and WebP with a JPEG or PNG behind them; nothing for an empty field.

    `alt` may be a label, empty for a picture that only decorates; `sizes` is what HTML calls so;
    `css` the classes of the `<img>`. `lazy=False` for the picture on top of a page, which is then
    fetched before anything else.
    """
    if not file:
        return {}
    return {
        "file": file,
        "avif": file.srcset("avif"),
        "webp": file.srcset("webp"),
        "own": file.srcset(),
        "address": file.url_for(960),
        "alt": "" if alt is None else str(alt),
        "sizes": sizes,
        "css": css,
        "lazy": lazy,
    }


@register.filter
def at_width(value: PictureFile, width: int) -> str:
    """The address of the picture in about `width` pixels, for a page elsewhere that shows it."""
    return value.url_for(width)
