"""Where a text would name someone who may not be shown.

Lists of people leave the name out by themselves. Words don't, so they are to be changed first.
"""

import re
from collections.abc import Iterable

from trainings.models import Appearance, BlockKind, Person, ReportText
from trainings.services import case_forms
from trainings.services.draft_rows import content_of


def kept_out_of(text: ReportText) -> list[Appearance]:
    """Everyone of the trainings of `text` who may not be shown."""
    trainings = text.report.training_links.values("training")
    rows = Appearance.objects.kept_out().filter(training__in=trainings)
    return list(rows.select_related("person").prefetch_related("session_roles"))


def in_words(content: dict, kept_out: Iterable[Appearance]) -> list[Person]:
    """Those whom the words of a text name; `content` has the shape of a draft."""
    words = words_of(content)
    return once(one for one in kept_out if any(is_named(words, name) for name in names(one)))


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
    """What a text says in words: headline, lead, and the blocks that were not taken out."""
    standing = [block for block in content["blocks"] if not block["removed"]]
    said = [content["headline"], content["lead"]]
    return "\n".join(said + [block[part] for block in standing for part in ("heading", "body")])


def names(appearance: Appearance) -> set[str]:
    given = {appearance.name_as_printed}
    if person := appearance.person:
        given |= {person.name, person.native_name, person.latin_name}
    return given - {""}


def is_named(words: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE) is not None


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
