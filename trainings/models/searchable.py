"""Looking for words in a folded search key."""

from django.db import models
from django.db.models import Q

from trainings import folding


class SearchableQuerySet(models.QuerySet):
    """Rows with a `search_key` column."""

    def matching(self, text: str):
        """Rows that hold a word beginning like each word of `text`; all rows for an empty text."""
        rows = self
        for variants in folding.query_terms(text):
            either = Q()
            for variant in variants:
                either |= Q(search_key__contains=f" {variant}")
            rows = rows.filter(either)
        return rows
