"""Documents: PDF and office files, checked when they are uploaded."""

from django.db import models


class DocumentField(models.FileField):
    """A document of the record."""

    def __init__(self, *args, **options):
        super().__init__(*args, **{"max_length": 255, **options})
