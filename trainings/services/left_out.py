"""Where a text would name someone who may not be shown.

Lists of people leave the name out by themselves. Words don't, so they are to be changed first.
"""

import re
from collections.abc import Iterable

from trainings.fields import texts_of
from trainings.models import Appearance, BlockKind, Person, Photo, Quote, ReportText
from trainings.services import case_forms, spots
from trainings.services.draft_rows import content_of
from trainings.services.refusal import Spot

# What of a quote and of a photograph readers see as words.
SAID_IN = {
    Quote: ("words", "translation", "attribution", "note"),
    Photo: ("caption", "alt", "credit", "source"),
}


def kept_out_of(text: ReportText) -> list[Appearance]:
    """Everyone of the trainings of `text` who may not be shown."""
    trainings = text.report.training_links.values("training")
    rows = Appearance.objects.kept_out().filter(training__in=trainings)
    return list(rows.select_related("person").prefetch_related("session_roles"))


def in_words(content: dict, kept_out: Iterable[Appearance]) -> dict[Person, list[Spot]]:
    """Those whom the words of a text name, and where; `content` has the shape of a draft."""
    named: dict[Person, list[Spot]] = {}
    for one in kept_out:
        said = naming(names(one))
        if one.person and (found := spots.of_words(content, said.search)):
            named.setdefault(one.person, []).extend(found)
    return named


def perhaps_in_words(content: dict, kept_out: Iterable[Appearance]) -> dict[Person, str]:
    """Those whom the words may name in another case, each with the first passage that does."""
    kept_out = list(kept_out)
    words, named = case_forms.Words(words_of(content)), in_words(content, kept_out)
    passages: dict[Person, str] = {}
    for one in kept_out:
        if one.person and one.person not in [*named, *passages]:
            found = (words.passage(name) for name in sorted(names(one)))
            if passage := next(filter(None, found), ""):
                passages[one.person] = passage
    return passages


def words_of(content: dict) -> str:
    """What a text says in words: its head, and the blocks that were not taken out."""
    return "\n".join(text for text, _spot in spots.written(content))


def names(appearance: Appearance) -> set[str]:
    given = {appearance.name_as_printed}
    if person := appearance.person:
        given |= {person.name, person.native_name, person.latin_name}
    return given - {""}


def naming(names: Iterable[str]) -> re.Pattern[str]:
    """Finds whole names, also where a line ends within one."""
    parts = [name.split() for name in sorted(names) if name.strip()]
    known = "|".join(r"\s+".join(map(re.escape, one)) for one in parts)
    return re.compile(rf"(?<!\w)(?:{known})(?!\w)" if known else r"(?!)", re.IGNORECASE)


def beside(record: Quote | Photo, kept_out: Iterable[Appearance]) -> list[Person]:
    """Those whom a quote or what stands beside a photograph names, in any language."""
    said = "\n".join(texts_of(record, SAID_IN[type(record)]))
    return once(one for one in kept_out if naming(names(one)).search(said))


def in_lists(content: dict, kept_out: Iterable[Appearance]) -> list[Person]:
    """Those whom a list of people or of sessions would show, and leaves out."""
    standing = [block for block in content["blocks"] if not block["removed"]]
    public = [one for one in kept_out if one.public]
    return once(one for one in public if any(lists(block, one) for block in standing))


def lists(block: dict, appearance: Appearance) -> bool:
    """Whether a block would show someone in one of its lists."""
    if block["kind"] == BlockKind.PEOPLE:
        return not block["role"] or block["role"] in appearance.roles
    return block["kind"] == BlockKind.SESSIONS and bool(appearance.session_roles.all())


def once(appearances: Iterable[Appearance]) -> list[Person]:
    return list(dict.fromkeys(one.person for one in appearances if one.person))


def is_named_in(text: ReportText) -> bool:
    """Whether `text` names anybody who may not be shown, in its words or in a list."""
    content, kept_out = content_of(text), kept_out_of(text)
    return bool(in_words(content, kept_out) or in_lists(content, kept_out))
