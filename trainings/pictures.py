"""Pictures: checked, cleaned and made in several sizes once, when they are uploaded."""

from django.db import models


class PictureField(models.ImageField):
    """A picture of the record."""

    def __init__(self, *args, **options):
        super().__init__(*args, **{"max_length": 255, **options})
