"""One name, many spellings: folding words so that a search finds them all.

Names of the region are written in Cyrillic and in Latin, by several systems of transliteration
(passports, BGN/PCGN, GOST, ISO 9, the national alphabets), with and without their special
letters. A word folds to a few plain Latin *variants*; two spellings meet where they share one.
Other scripts keep their letters.

A row stores `search_key`. A search asks, for each list of `query_terms`, whether
`" " + variant` occurs in it for any variant: words match from their beginning.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, groupby, islice

MAX_VARIANTS = 8

# What stands before the colon is spelled as what stands after it; a second spelling makes a
# second variant. Letters not listed lose their marks ("é" is "e") and are otherwise kept.
SPELLING_TABLE = """
    а:a ә:a б:b в:v г:g ғ:g ґ:g д:d е:e э:e є:e ж:j җ:j з:z и:i і:i ї:i ӣ:i й:i ы:i к:k қ:k л:l
    м:m н:n ң:n/ng о:o ө:o/u п:p р:r с:s т:t у:u ұ:u ү:u ӯ:u/o ў:o/u ф:f х:h ҳ:h һ:h ц:ts ч:ch
    ҷ:j ҹ:j ш:sh щ:sh ъ: ь: ю:iu я:ia ё:e/io љ:l њ:n ј:i ћ:ch ђ:j џ:j
    дж:j ье:ie/e ля:lia/la лю:liu/lu йо:io/e йў:io/iu уы:ui/u
    ä:a ö:o/u ü:u ñ:n/ng ş:sh ç:ch ğ:g ı:i š:sh č:ch ž:j ŝ:sh æ:e ø:o œ:e þ:t ð:d ł:l đ:d ə:a
    o':o/u g':g yo':io/iu yo:io/e yoo:io/iu uy:ui/u lya:lia/la lyu:liu/lu x:h/ks oo:o/u
    ee:e/i ou:ou/u ullah:ulah/ula dzh:j dj:j zh:j j:j/i ander:ander/andr ':
    أ:ا إ:ا آ:ا ى:ي ی:ي ک:ك ة:ه
"""
SPELLINGS: dict[str, tuple[str, ...]] = {
    letters: tuple(spellings.split("/"))
    for letters, _, spellings in (entry.partition(":") for entry in SPELLING_TABLE.split())
}
TOKEN = re.compile("|".join(sorted(map(re.escape, SPELLINGS), key=len, reverse=True)) + "|.", re.S)

# Latin digraphs, and what sounds alike. Applied until nothing changes.
SOUNDS = [
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"tsch|tch|cz(?=[a-z])", "ch"),
        (r"shch|sch", "sh"),
        (r"dzh|dj|zh", "j"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"tz", "ts"),
        (r"ck", "k"),
        (r"c(?!h)(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"q", "k"),
        (r"w", "v"),
        (r"y", "i"),
        (r"(^|[aeou])ie", r"\1e"),  # Yerlan, Jurayev
        (r"([a-z])\1+", r"\1"),
    )
]

APOSTROPHE = re.compile("[’‘ʻʼ`´ʹʺ′ʿʾˈ＇]")
MARKS = re.compile("[\u0300-\u036f\u0640\u064b-\u065f\u0670]")  # not those of other scripts

# Tajik surnames come with a Russian, a Persian or a bare ending: Қосимов, Қосимӣ, Қосимзода.
TAJIK_SURNAME = re.compile(r"(\w{4,})(?:ӣ|зода|заде|zoda|zade|zadeh)")

# The end of a word that is still being typed may be half of a sound: Muk(htar), Vyac(heslav).
HALF_TYPED = {"k": ("h", "ch"), "sk": ("sh",), "z": ("j",), "d": ("j",), "dz": ("j",)}


def fold(text: str) -> str:
    """The one plain form of a text: lower case, Latin where there is a Latin form, no marks.

    Words are parted by single spaces. Folding twice changes nothing.
    """
    return " ".join(filter(None, (next(_spelled(word)) for word in _words(text))))


def search_key(*texts: str) -> str:
    """What a row stores to be found by: every variant of every word, parted by spaces.

    It begins and ends with a space, so that " word" matches a beginning and " word " a whole.
    Without a word it is "".
    """
    found = dict.fromkeys(v for text in texts for word in _words(text) for v in _variants(word))
    return f" {' '.join(found)} " if found else ""


def query_terms(text: str) -> list[list[str]]:
    """For each word that someone typed, the beginnings of words that count as found.

    A row is found when, for every word, any variant with a space before it occurs in the
    row's `search_key`. Of nothing typed the terms are [], which excludes no row.
    """
    words = [_sought(word) for word in _words(text)]
    return [list(dict.fromkeys([*of, *_unfinished(of)])) for of in words if of]


def _sought(word: str) -> list[str]:
    """The variants of a typed word. "zzz" folds to "z": it is a whole word, no beginning."""
    is_repeated = len(word) > 2 and len(set(word)) == 1
    return [f"{form} " if is_repeated and len(form) == 1 else form for form in _variants(word)]


def found_in(text: str, terms: list[list[str]]) -> list[tuple[str, bool]]:
    """`text` in pieces that make it up again, each with whether it is a word that `terms` find.

    `terms` come from `query_terms`. A word counts as found whole, in the letters it is written in,
    whatever letters were typed.
    """
    beginnings = tuple(variant for variants in terms for variant in variants)
    pieces = []
    for is_word, letters in groupby(text, lambda letter: _word_letter(_plain_sign(letter)) != " "):
        piece = "".join(letters)
        pieces.append((piece, is_word and _is_found(piece, beginnings)))
    return pieces


def _plain_sign(letter: str) -> str:
    return APOSTROPHE.sub("'", letter)


@lru_cache(maxsize=4096)
def _is_found(word: str, beginnings: tuple[str, ...]) -> bool:
    forms = (form for plain in _words(word) for form in _variants(plain))
    return any(f"{form} ".startswith(beginnings) for form in forms)


def meets(one: str, other: str) -> bool:
    """Whether two whole names may be one name spelled twice; the order of words is free.

    Every word of each must meet a word of the other. Empty names meet nothing.
    """
    ones, others = (
        [set(of) for w in _words(name) if (of := _variants(w))] for name in (one, other)
    )
    return bool(ones) and len(ones) == len(others) and _paired(ones, others)


def _paired(ones: list[set[str]], others: list[set[str]]) -> bool:
    if not ones:
        return True
    first, *rest = ones
    return any(
        first & other and _paired(rest, others[:place] + others[place + 1 :])
        for place, other in enumerate(others)
    )


def _words(text: str) -> list[str]:
    """The words of a text, composed and in lower case, with one kind of apostrophe."""
    plain = unicodedata.normalize("NFKC", APOSTROPHE.sub("'", text))
    plain = unicodedata.normalize("NFC", plain.casefold())
    return "".join(map(_word_letter, plain)).split()


def _word_letter(letter: str) -> str:
    """The letter if it belongs to a word, "" if it is invisible, a space if it parts words."""
    category = unicodedata.category(letter)
    if category[0] in "LNM" or letter == "'":
        return letter
    return "" if category == "Cf" else " "


def _variants(word: str) -> list[str]:
    """The spellings of a word, the plainest first and each once; at most MAX_VARIANTS."""
    surname = TAJIK_SURNAME.fullmatch(word)
    spellings = [word, *(_russian_surnames(surname[1]) if surname else ())]
    share = MAX_VARIANTS // len(spellings)
    forms = (form for spelling in spellings for form in islice(_spelled(spelling), share))
    return list(dict.fromkeys(filter(None, forms)))


def _russian_surnames(stem: str) -> tuple[str, str]:
    ending = "ев" if stem[-1] in "аоуиеaouie" else "ов"
    return f"{stem}{ending}", f"{stem}{ending}а"


def _spelled(word: str) -> Iterator[str]:
    """The spellings of a word, from the plainest to the one with most second spellings.

    A letter that can be spelled in two ways is spelled in one way all through the word.
    """
    tokens = TOKEN.findall(word)
    doubtful = [t for t in dict.fromkeys(tokens) if len(SPELLINGS.get(t, ())) > 1]
    seen = set()
    for count in range(len(doubtful) + 1):
        for second in combinations(doubtful, count):
            form = _sounded("".join(_plain(t, second=t in second) for t in tokens))
            if form not in seen:
                seen.add(form)
                yield form


def _plain(token: str, *, second: bool) -> str:
    if token not in SPELLINGS:
        token = unicodedata.normalize("NFC", MARKS.sub("", unicodedata.normalize("NFD", token)))
    return SPELLINGS.get(token, (token,))[second]


def _sounded(form: str) -> str:
    before = None
    while form != before:
        before = form
        for sound, instead in SOUNDS:
            form = sound.sub(instead, form)
    return form


def _unfinished(forms: list[str]) -> Iterator[str]:
    """What the words may go on as, where their last letters are half of a sound."""
    for form in forms:
        for end, whole in HALF_TYPED.items():
            if len(form) > len(end) and form.endswith(end):
                yield from (form.removesuffix(end) + sound for sound in whole)
        if re.search(r"..[aeou]i$", form):  # Juray(ev) folds to "jurai", but Jurayev to "juraev"
            yield form[:-1]
