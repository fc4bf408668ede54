"""Looking for words in a folded search key."""

from collections.abc import Sequence

from django.db import models
from django.db.models import Q

from trainings import folding
from trainings.given import Given

# The words of a longer search are not looked for: each costs a comparison with every row.
LONGEST = 200


# The words that are looked for, each in all its spellings: beginnings with a space before.
Terms = Sequence[Sequence[str | Given]]


def terms_of(text: str) -> list[list[str]]:
    """The words of `text`; none for signs alone, such as `%`."""
    return [[f" {one}" for one in spelled] for spelled in folding.query_terms(text[:LONGEST])]


class SearchableQuerySet(models.QuerySet):
    """Rows with a `search_key` column."""

    def matching(self, text: str):
        """Rows that hold a word beginning like each word of `text`; all rows for an empty text.

        Signs alone, such as `%`, are words that no row holds.
        """
        terms = terms_of(text)
        return self.with_words(terms) if terms or not text.strip() else self.none()

    def with_words(self, terms: Terms):
        """Rows that hold, for each of `terms`, a word that begins like one of its spellings."""
        rows = self
        for spellings in terms:
            either = Q()
            for beginning in spellings:
                either |= self.holding(beginning)
            rows = rows.filter(either)
        return rows

    def holding(self, beginning: str | Given) -> Q:
        """The rows with a word that begins so; `beginning` is a term with a space before."""
        return Q(search_key__contains=beginning)
