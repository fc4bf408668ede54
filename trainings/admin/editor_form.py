"""The form of the editor: what it sent, and what the pressed button does with it."""

import json
from contextlib import contextmanager

from django.contrib import admin
from django.http import HttpRequest, QueryDict

from trainings.admin.picking import PickOne
from trainings.models import Appearance, BlockKind, Person, ReportText
from trainings.services import drafts, material
from trainings.services.draft_shape import CHOICES, ONE, SEVERAL, WORDS, key_of_row, shaped
from trainings.services.refusal import AboutBlock, NotAllowed

# What may be begun in a block before it is a row of the record.
OF_QUOTE = ("words", "person", "name", "title", "organisation", "attribution", "approval")
OF_PHOTO = ("caption", "alt", "credit", "consent")
TYPED = (*OF_QUOTE, *OF_PHOTO, "training")


def person_input() -> PickOne:
    """Finds a person by typing, in whatever alphabet the name is typed."""
    return PickOne(Appearance._meta.get_field("person"), admin.site)


def content_of(post: QueryDict) -> dict:
    """The content of a draft as the form sent it. Raises NotAllowed where it can't be read."""
    words = {name: post.get(name, "") for name in WORDS}
    blocks = [block_of(post, key) for key in post.getlist("block")]
    return shaped({**words, "blocks": blocks})


def block_of(post: QueryDict, key: str) -> dict:
    def sent(name: str) -> str:
        return post.get(f"{key}-{name}", "")

    typed = {name: sent(f"typed-{name}") for name in TYPED}
    person = person_input().value_from_datadict(post, {}, f"{key}-typed-person")
    return {
        "key": key,
        **{name: sent(name) for name in ("id", "heading", "body", *ONE)},
        **{name: sent(name) for name in CHOICES if f"{key}-{name}" in post},
        **{name: post.getlist(f"{key}-{name}") for name in SEVERAL},
        "origins": as_json(sent("origins")),
        "removed": sent("removed") == "yes",
        "typed": {**typed, "person": person or ""},
    }


def as_json(typed: str) -> object:
    try:
        return json.loads(typed)
    except (ValueError, RecursionError):
        return None


def pressed(post: QueryDict) -> tuple[str, str, str]:
    """What the pressed button says: a verb, and up to two words it is about."""
    verb, _colon, rest = post.get("do", "save").partition(":")
    first, _colon, second = rest.partition(":")
    return verb, first, second


def arranged(content: dict, verb: str, first: str, second: str) -> str:
    """Add, move, take out or put back a block of `content`, or move what it picked.

    Returns the key of the block to show.
    """
    blocks = content["blocks"]
    if verb == "add":
        return added(blocks, first, second)["key"]
    block = next((one for one in blocks if one["key"] == first), None)
    if block is None:
        return ""
    if verb in ("remove", "back"):
        block["removed"] = verb == "remove"
    elif verb in ("up", "down"):
        move(blocks, block, -1 if verb == "up" else 1)
    elif verb in ("earlier", "later"):
        name, _dash, key = second.partition("-")
        move_picked(block.get(name), key_of_row(key), -1 if verb == "earlier" else 1)
    return block["key"]


def added(blocks: list[dict], kind: str, after: str) -> dict:
    """A new block behind the one with the key `after`, or before all for ""."""
    made = drafts.new_block(kind if kind in BlockKind.values else BlockKind.TEXT)
    keys = [one["key"] for one in blocks]
    blocks.insert(keys.index(after) + 1 if after in keys else 0 if not after else len(keys), made)
    return made


def move(blocks: list[dict], block: dict, by: int) -> None:
    """Let `block` change places with the next one in sight; the first and the last stay."""
    standing = [one for one in blocks if not one["removed"] or one is block]
    place = standing.index(block) + by
    if 0 <= place < len(standing):
        other = standing[place]
        blocks.remove(block)
        blocks.insert(blocks.index(other) + (by > 0), block)


def move_picked(keys: object, key: int | None, by: int) -> None:
    """Let `key` change places with the next one of what a block picked."""
    if isinstance(keys, list) and key in keys:
        place = keys.index(key)
        keys.insert(max(0, place + by), keys.pop(place))


def put_on_record(request: HttpRequest, text: ReportText, content: dict, verb: str, key: str):
    """Make the quote or the photograph that was begun in a block a row, and choose it there.

    A picture that came with any button is taken in: a page can't show it again to be sent later.
    """
    for block in content["blocks"]:
        file = request.FILES.get(f"{block['key']}-file")
        asked = block["key"] == key and verb
        if block["kind"] == BlockKind.PHOTO and (file or asked == "photo"):
            with about(block, "file"):
                block["photo"] = new_photo(text, block["typed"], file).pk
            block["typed"] = {}
        elif block["kind"] == BlockKind.QUOTE and asked == "quote":
            with about(block, "typed-words"):
                block["quote"] = new_quote(text, block["typed"]).pk
            block["typed"] = {}


@contextmanager
def about(block: dict, part: str):
    """Say of a refusal in here which block and which of its inputs it is about."""
    try:
        yield
    except NotAllowed as refusal:
        raise AboutBlock(str(refusal), block["key"], part) from refusal


def new_photo(text: ReportText, typed: dict, file):
    training = material.training_for(text, typed.get("training", ""))
    given = {name: typed[name] for name in OF_PHOTO if name in typed}
    return material.add_photo(training, file, language=text.language, **given)


def new_quote(text: ReportText, typed: dict):
    training = material.training_for(text, typed.get("training", ""))
    speaker = material.Speaker(
        person=person_of(typed.get("person", "")),
        **{name: typed.get(name, "") for name in ("name", "title", "organisation")},
    )
    given = {name: typed[name] for name in ("attribution", "approval") if name in typed}
    words = typed.get("words", "")
    return material.add_quote(training, words, speaker=speaker, language=text.language, **given)


def person_of(key: str) -> Person | None:
    return Person.objects.filter(pk=key).first() if person_input().may_be_key(key) else None
