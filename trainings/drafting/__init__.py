"""A first report drafted from the record: sentences that know which row each was taken from.

`story` reads a training, `pieces` is what a draft is made of, `en` and `ru` are the sentences of
each language, `layout` puts them in order. Nothing here is saved: that is `services.draft`.
"""

from trainings.drafting.layout import LANGUAGES, compose
from trainings.drafting.pieces import Drafted, Origin, Paragraph, Piece, Sentence
from trainings.drafting.story import Story

__all__ = [
    "LANGUAGES",
    "Drafted",
    "Origin",
    "Paragraph",
    "Piece",
    "Sentence",
    "Story",
    "compose",
]
