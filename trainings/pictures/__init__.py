"""Pictures: checked, cleaned and made in several sizes once, when they are uploaded."""

from django import forms
from django.db import models
from django.db.models.fields.files import ImageFieldFile

from trainings.pictures import checks, making
from trainings.pictures.checks import check_picture
from trainings.stored import StoredFile, ending_of, put

__all__ = ["PictureField", "PictureFile", "PictureFormField", "check_picture"]


class PictureFile(StoredFile, ImageFieldFile):
    """A stored picture and its smaller sizes. Width and height are in its name, so that showing
    it reads no file."""

    @property
    def width(self) -> int | None:  # type: ignore[override]
        """Pixels; None where the name doesn't say."""
        size = making.size_in(self.name)
        return size[0] if size else None

    @property
    def height(self) -> int | None:  # type: ignore[override]
        """Pixels; None where the name doesn't say."""
        size = making.size_in(self.name)
        return size[1] if size else None

    def save(self, name, content, save=True):
        """Store `content` cleaned, and its sizes. Raises ValidationError for what is no picture."""
        cleaned = making.clean(content)
        self.name = self.field.generate_filename(self.instance, cleaned.name(content, name))
        put(self.storage, self.name, making.encoded(cleaned.image, cleaned.ending, quality=88))
        making.store_sizes(self.storage, self.name, cleaned.image, set(self.sized_names()))
        setattr(self.instance, self.field.attname, self.name)
        self._committed = True
        if save:
            self.instance.save()

    def sized_names(self) -> dict[str, tuple[int, str]]:
        """The names of the smaller sizes, each with its width in pixels and its ending."""
        return making.sized_names(self.name) if self.name else {}

    @property
    def kind(self) -> str:
        """The ending of its own name: jpg or png."""
        return ending_of(self.name)

    def stored_names(self) -> list[str]:
        return [*super().stored_names(), *self.sized_names()]

    def name_for(self, width: int) -> str:
        """The stored JPEG or PNG at least `width` pixels wide, or the widest there is."""
        sizes = [(w, n) for n, (w, kind) in self.sized_names().items() if kind == self.kind]
        wide_enough = [name for w, name in sizes if w >= width]
        return wide_enough[0] if wide_enough else self.name or ""

    def url_for(self, width: int) -> str:
        """The address of `name_for(width)`; "" for an empty field.

        For whoever can't choose from several, such as a preview in a social network.
        """
        return self.storage.url(self.name_for(width)) if self else ""

    def srcset(self, ending: str = "") -> str:
        """`address 480w, address 960w` of the sizes in `avif` or `webp`, or in the picture's kind.

        "" where there are none.
        """
        wanted = ending or self.kind
        return ", ".join(
            f"{self.storage.url(name)} {width}w"
            for name, (width, kind) in self.sized_names().items()
            if kind == wanted
        )


def check_new_picture(picture: PictureFile) -> None:
    """Check a picture that is not stored yet; a stored one was checked when it came."""
    if not picture._committed:
        check_picture(picture)


class PictureFormField(forms.ImageField):
    """Asks for a picture. Django's own would try every format that Pillow knows."""

    default_validators = []
    default_error_messages = {"empty": checks.EMPTY}

    def to_python(self, data):
        file = forms.FileField.to_python(self, data)
        if file is not None:
            check_picture(file)
        return file

    def widget_attrs(self, widget):
        # A telephone that is told so hands over its HEIC photographs as JPEG.
        kinds = {"accept": "image/jpeg,image/png,image/webp,image/avif"}
        return {**super().widget_attrs(widget), **kinds}


class PictureField(models.ImageField):
    """A picture of the record."""

    attr_class = PictureFile
    default_validators = [check_new_picture]

    def __init__(self, *args, **options):
        super().__init__(*args, **{"max_length": 255, **options})

    def formfield(self, **options):
        # The name of the upload is not kept whole, so its length doesn't matter.
        return super().formfield(**{"form_class": PictureFormField, "max_length": None, **options})
