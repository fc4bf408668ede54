"""The shape of a draft's content: what a page, a program or a hand put together is checked here.

Content holds `headline`, `lead`, `byline`, `share_text` and `blocks`: a list of mappings as
`new_block` makes them, in their order. One with `removed` was taken out and may be put back. Rows
of the record stand there by their keys.
"""

import json
import secrets

from django.utils.translation import gettext as _

from config.inputs import without_controls
from trainings import wording
from trainings.models import BlockKind, FigureBreakdown, FigureSource, Role
from trainings.services.refusal import AboutBlock, NotAllowed

WORDS = ("headline", "lead", "byline", "share_text")
# What of the head the first block keeps the origins of.
PARTS = ("headline", "lead")
ONE = ("quote", "photo")
SEVERAL = ("photos", "facts", "groups", "sessions", "documents", "organisations")
CHOICES = {
    "kind": BlockKind.values,
    "source": FigureSource.values,
    "breakdown": FigureBreakdown.values,
    "role": ["", *Role.values],
}
MAX_BLOCKS = 200
# Some thirty pages. Some inputs take Markdown time that grows with the square of a block's length.
MAX_CHARACTERS, MAX_BODY = 150_000, 20_000
LARGEST_KEY = 2**63 - 1


def new_block(kind: str = BlockKind.TEXT, /, **values) -> dict:
    """A block of a draft with a key of its own; `values` are columns of `Block`.

    `typed` keeps what was begun to be written in it and is no row of the record yet, such as the
    words of a quote.
    """
    empty: dict = {
        "key": f"n{secrets.token_hex(4)}",
        "id": None,
        "kind": str(kind),
        "heading": "",
        "body": "",
        **dict.fromkeys(ONE),
        **{name: [] for name in SEVERAL},
        "source": FigureSource.REPORTED.value,
        "breakdown": "",
        "role": "",
        "origins": [],
        "removed": False,
        "typed": {},
    }
    return {**empty, **values}


def shaped(content: object) -> dict:
    """`content` with every part it must have and no other.

    Raises NotAllowed for what can't be read: no mapping, an unknown kind of block.
    """
    if not isinstance(content, dict) or not isinstance(content.get("blocks", []), list):
        raise NotAllowed(_("This is not the content of a text. Reload the page."))
    made: dict = {name: words(content.get(name)) for name in WORDS}
    blocks = [shaped_block(block) for block in content.get("blocks", [])]
    made["blocks"] = with_parts_first(with_own_keys(blocks))
    return made


def refuse_long(content: dict) -> None:
    """Raise NotAllowed for more than a text may hold."""
    if len(content["blocks"]) > MAX_BLOCKS:
        said = _("A text holds at most %(number)s blocks. Take some out, then save.")
        raise NotAllowed(said % {"number": wording.number(MAX_BLOCKS)})
    long = next((one for one in content["blocks"] if len(one["body"]) > MAX_BODY), None)
    if long:
        said = _("The block that begins with “%(words)s” is longer than %(number)s characters.")
        advice = _("Make two of it, then save.")
        named = {"words": long["body"][:40].strip(), "number": wording.number(MAX_BODY)}
        raise AboutBlock(f"{said % named} {advice}", long["key"], "body")
    if len(json.dumps(content, ensure_ascii=False)) > MAX_CHARACTERS:
        said = _("This text is longer than %(number)s characters. Shorten it, then save.")
        raise NotAllowed(said % {"number": wording.number(MAX_CHARACTERS)})


def shaped_block(block: object) -> dict:
    """One block of `shaped`."""
    if not isinstance(block, dict):
        raise NotAllowed(_("This is not the content of a text. Reload the page."))
    made = new_block(
        id=key_of_row(block.get("id")),
        heading=words(block.get("heading")),
        body=words(block.get("body")),
        origins=origins(block.get("origins")),
        removed=block.get("removed") is True,
        typed=typed(block.get("typed")),
        **{name: key_of_row(block.get(name)) for name in ONE},
        **{name: keys_of_rows(block.get(name)) for name in SEVERAL},
    )
    made["key"] = own_key(block.get("key")) or made["key"]
    for name, allowed in CHOICES.items():
        made[name] = block.get(name, made[name])
        if made[name] not in allowed:
            said = _("“%(value)s” is no kind of block or figures that a text can have.")
            raise NotAllowed(said % {"value": words(str(made[name]))[:60]})
    return made


def with_own_keys(blocks: list[dict]) -> list[dict]:
    """`blocks`, none with the key or the row of one before it."""
    keys: set[str] = set()
    rows: set[int | None] = set()
    for block in blocks:
        if block["key"] in keys:
            block["key"] = new_block()["key"]
        if block["id"] in rows:
            block["id"] = None
        keys.add(block["key"])
        rows.add(block["id"])
    return blocks


def words(value: object) -> str:
    """Text that any database and page takes: no control characters, no half of a letter, plain
    line ends."""
    plain = without_controls(value) if isinstance(value, str) else ""
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def own_key(value: object) -> str:
    key = words(value)
    return key if key.isascii() and key.isalnum() and len(key) <= 20 else ""


def key_of_row(value: object) -> int | None:
    """The key of a row; None for what can be none."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
        value = int(value)
    is_key = isinstance(value, int) and not isinstance(value, bool) and 0 < value <= LARGEST_KEY
    return value if is_key else None  # type: ignore[return-value]


def keys_of_rows(value: object) -> list[int]:
    keys = [key_of_row(one) for one in value] if isinstance(value, list) else []
    return list(dict.fromkeys(key for key in keys if key is not None))


def origins(value: object) -> list[dict]:
    """Where sentences come from; what is no whole line of that is left out."""
    lines = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    return [made for made in map(origin, lines) if made["sentence"] and made["record"]]


def origin(line: dict) -> dict:
    """One line of `Block.origins`: a sentence, the row and column it was made from, and others.

    `part` says that it stands not in the block but in the headline or the lead; `language`, that
    the words on record are in another language.
    """
    made: dict = {name: words(line.get(name)) for name in ("sentence", "record", "field")}
    also = line.get("also")
    rows = [one for one in also if isinstance(one, dict)] if isinstance(also, list) else []
    if rows:
        made["also"] = [
            {name: words(one.get(name)) for name in ("record", "field")} for one in rows
        ]
    if line.get("part") in PARTS:
        made["part"] = line["part"]
    if words(line.get("language")):
        made["language"] = words(line["language"])
    return made


def with_parts_first(blocks: list[dict]) -> list[dict]:
    """`blocks`, what is said of headline and lead kept by the first, wherever that moved from.

    Once: an open page may still have it in the block that was first before, too.
    """
    first = next((one for one in blocks if not one["removed"]), blocks[0] if blocks else None)
    said: list[dict] = []
    for one in (one for block in blocks for one in block["origins"] if "part" in one):
        said += [one] if one not in said else []
    for block in blocks:
        own = [one for one in block["origins"] if "part" not in one]
        block["origins"] = [*said, *own] if block is first else own
    return blocks


def typed(value: object) -> dict:
    """What was begun to be written, by the names of its inputs."""
    pairs = value.items() if isinstance(value, dict) else ()
    return {words(name)[:40]: words(text) for name, text in pairs if words(text)}
