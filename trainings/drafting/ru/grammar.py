"""Russian as the drafts need it: whole sentences, lists, a label before its names."""

from collections.abc import Iterable, Sequence

from trainings import wording


def capital(text: str) -> str:
    """With a capital where a sentence begins."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A whole sentence: with its capital, and with one stop."""
    return capital(text) if text.endswith((".", "!", "?", "…")) else f"{capital(text)}."


def quoted(words: str) -> str:
    return f"«{words}»"


def listed(items: Iterable[str]) -> str:
    """`А, Б и В`; `А; Б; В` where the items have commas or an “и” of their own."""
    kept = [one for one in items if one]
    inner = any(mark in one for one in kept for mark in (",", ";", " и ", " and "))
    return "; ".join(kept) if inner else wording.list_of(kept, "ru")


def labelled(labels: tuple[str, str], items: Sequence[str]) -> str:
    """`Организатор: …` of one, `Организаторы: …` of several, as a sentence."""
    label = labels[0] if len(items) == 1 else labels[1]
    return sentence(f"{label}: {listed(items)}")
