"""Looking for words in a folded search key."""

from django.db import models
from django.db.models import Q

from trainings import folding

# The words of a longer search are not looked for: each costs a comparison with every row.
LONGEST = 200


class SearchableQuerySet(models.QuerySet):
    """Rows with a `search_key` column."""

    def matching(self, text: str):
        """Rows that hold a word beginning like each word of `text`; all rows for an empty text.

        Signs alone, such as `%`, are words that no row holds.
        """
        rows = self
        terms = folding.query_terms(text[:LONGEST])
        if text.strip() and not terms:
            return rows.none()
        for variants in terms:
            either = Q()
            for variant in variants:
                either |= self.holding(f" {variant}")
            rows = rows.filter(either)
        return rows

    def holding(self, beginning: str) -> Q:
        """The rows with a word that begins so; `beginning` is folded, with a space before."""
        return Q(search_key__contains=beginning)
