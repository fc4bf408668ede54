"""`make messages`: gather what is to be translated, and compile what is, without gettext.

Django's own makemessages needs programs of the system; Babel finds the same strings in Python. A
language is a folder of locale/: the `.po` in it is for translators, the `.mo` beside it for the
site, and both are committed.
"""

import io
import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from house import PYTHON, ROOT, VENV, install

LOCALE = ROOT / "locale"
FOLDERS = ["config", "trainings", "volunteers", "templates"]
# A fixed day: a new one with each run would change every catalogue each time.
MADE = datetime(2026, 11, 23, tzinfo=UTC)
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
# No line of a text in Cyrillic begins with a dash.
BEFORE_DASH = re.compile(r" (?=[–—] )")


def sources() -> list[Path]:
    """All files that may hold words for people, in the order of the tree."""
    found = [path for name in FOLDERS for path in (ROOT / name).rglob("*")]
    kinds = {".py", ".html", ".txt", ".xml"}
    return sorted(p for p in found if p.suffix in kinds and "migrations" not in p.parts)


def strings():
    """A Babel catalogue of all that is to be translated, with the files it stands in."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract
    from django.utils.translation.template import templatize

    template = Catalog(project="Hashar", charset="utf-8", creation_date=MADE, fuzzy=False)
    for path in sources():
        source = path.read_text(encoding="utf-8")
        # Django turns a template into something that reads like Python, on the same lines.
        code = source if path.suffix == ".py" else templatize(source)
        found = extract("python", io.BytesIO(code.encode()), KEYWORDS, ["Translators"])
        where = path.relative_to(ROOT).as_posix()
        for line, message, comments, context in found:
            template.add(message, None, [(where, line)], (), comments, context=context)
    return template


def updated(language: str, template):
    """The catalogue of `language`: what was translated before, for the strings there are now.

    Strings that are gone stay at its end, commented out, in case they come back.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    path = po(language)
    if path.is_file():
        catalogue = read_po(path.open("rb"), locale=language)
    else:
        catalogue = Catalog(language, project="Hashar", revision_date=MADE, fuzzy=False)
    catalogue.version = catalogue.last_translator = catalogue.language_team = ""
    catalogue.msgid_bugs_address = ""
    catalogue.header_comment = "# Hashar: `make messages` gathers strings and compiles this file."
    # A guess would be shown to readers as soon as somebody takes away its mark.
    catalogue.update(template, no_fuzzy_matching=True)
    for message in catalogue:
        message.string = with_dashes_kept(message.string)
    return catalogue


def with_dashes_kept(words):
    """A translation, or all its forms, with each dash on the line of the word before it.

    None is given back where there is no translation yet.
    """
    if isinstance(words, (tuple, list)):
        return tuple(with_dashes_kept(form) for form in words)
    return words and BEFORE_DASH.sub("\u00a0", words)


def languages() -> list[str]:
    """The languages with a folder of their own, such as ["ru"]."""
    return sorted(path.name for path in LOCALE.iterdir() if path.is_dir())


def po(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def compiled(path: Path) -> bytes:
    """What the `.mo` beside the `.po` file at `path` must hold; an unsure translation is none."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    out = io.BytesIO()
    write_mo(out, read_po(path.open("rb")))
    return out.getvalue()


def untranslated(path: Path) -> list[str]:
    """The strings of the `.po` file at `path` that have no translation, or an unsure one."""
    from babel.messages.pofile import read_po

    missing = []
    for message in read_po(path.open("rb")):
        words = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and (message.fuzzy or not all(words)):
            missing.append(message.id if isinstance(message.id, str) else message.id[0])
    return missing


def main() -> None:
    from babel.messages.pofile import write_po

    template = strings()
    for language in languages():
        path = po(language)
        catalogue = updated(language, template)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as out:
            write_po(out, catalogue, width=100, sort_output=True, include_lineno=False)
        path.with_suffix(".mo").write_bytes(compiled(path))
        print(f"{language}: {len(catalogue)} strings, {len(untranslated(path))} not translated")


if __name__ == "__main__":
    install("requirements.txt", "requirements-test.txt")
    if Path(sys.prefix) != VENV:
        os.execv(PYTHON, [PYTHON, *sys.argv])
    main()
