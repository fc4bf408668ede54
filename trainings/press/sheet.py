"""A report as PDF on A4, in the letters of all six languages."""

from dataclasses import replace
from itertools import pairwise

from django.utils.translation import gettext as _

from trainings import wording
from trainings.figures import ShownGroup
from trainings.press import counting
from trainings.press.closing import byline, sources
from trainings.press.drawn import frozen, group
from trainings.press.kit import Kit
from trainings.press.pictured import photographs, room_of
from trainings.press.pieces import (
    Counted,
    Entry,
    Frozen,
    Heading,
    Listed,
    Pictures,
    Piece,
    Prose,
    Said,
)
from trainings.press.prose import Paragraph, Words, dated
from trainings.press.quoting import translation_of, voice_of, words_of
from trainings.press.setting import (
    ASIDE,
    BODY,
    HEADLINE,
    LEAD,
    PART,
    QUOTED,
    SMALLER_PART,
    WARNING,
    Setter,
)
from trainings.press.tabled import MOST_COLUMNS, table
from volunteers.papers.lettering import composed, is_writable
from volunteers.papers.ornament import REPEAT, SCALE
from volunteers.papers.paper import LINE, MUTED, TURQUOISE, Type

# So wide that the thread begins where the words do.
FIVE_STARS = 5.01 * REPEAT * SCALE
# In millimetres: the sources, the licence and the address take about so much.
FOOT = 30.0
# A longer report, or one with more photographs, goes on at its address: 50 pages, drawn in 3 s.
MOST_LETTERS = 200_000
MOST_PHOTOS = 40


class Sheet(Setter):
    """Says on each page what it is, where it is found, and until when nobody may use it."""

    kit: Kit
    short_page = 0  # the page that ends sooner; 0 for none

    def room_for(self, height: float) -> None:
        super().room_for(height + (FOOT if self.page_no() == self.short_page else 0))

    def header(self) -> None:
        self.at = 18.0
        if self.kit.embargo:
            self.at = self.fit(self.kit.embargo, self.left, 12, self.wide, WARNING, smallest=8) + 2
        if self.page_no() > 1:
            self.at = self.fit(self.heading, self.left, self.at, self.wide, ASIDE, smallest=7)
            self.rule(self.left, self.at + 1, self.wide)
            self.at += 6

    def footer(self) -> None:
        """The address, and which page of how many this is."""
        words = _("Page %(number)s of %(total)s") % {"number": self.page_no(), "total": "{nb}"}
        self.rule(self.left, 283, self.wide)
        self.fit(self.kit.address, self.left, 285, self.wide - 45, ASIDE, smallest=6)
        self.in_type(ASIDE)
        self.set_xy(self.left + self.wide - 45, 285)
        self.cell(45, ASIDE.line, words, align="R")


def draw(kit: Kit) -> bytes:
    """The report of `kit` in the language that is active, at most MOST_LETTERS long."""
    sheet = drawn(kit)
    last = sheet.page_no()
    if sheet.at + FOOT > sheet.bottom:
        # Once more: words go over to the page that would hold nothing but the foot.
        sheet = drawn(kit, short_page=last)
    sheet.short_page = 0
    foot(sheet, kit)
    return sheet.made()


def drawn(kit: Kit, short_page: int = 0) -> Sheet:
    """All but the foot."""
    sheet = Sheet(title=kit.story.headline, language=kit.text.language, made_at=kit.made_at)
    sheet.kit = kit
    sheet.short_page = short_page
    sheet.add_page()
    head(sheet, kit)
    Writing(sheet).write(kit.pieces)
    return sheet


def head(sheet: Sheet, kit: Kit) -> None:
    sheet.flow([Words(kit.story.headline)], HEADLINE)
    sheet.thread(sheet.left, sheet.at + 4, FIVE_STARS)
    sheet.at += 9
    if kit.text.lead:
        sheet.flow([Words(kit.text.lead)], LEAD)
        sheet.at += 2
    if said := byline(kit):
        sheet.flow([Words(said)], ASIDE)
    sheet.at += 4


def foot(sheet: Sheet, kit: Kit) -> None:
    """Sources, licence and address; and what the letters of the paper could not say."""
    sheet.room_for(FOOT)
    sheet.at += 6
    sheet.rule(sheet.left, sheet.at, sheet.wide, MUTED, 0.3)
    sheet.at += 3
    for entry in sources(kit):
        entry_line(sheet, entry, ASIDE)
    published = wording.moment(kit.made_at, kit.zone)
    sheet.flow([Words(" ".join((_("Published:"), published)))], ASIDE)
    if not is_writable(kit.text.lead + kit.story.headline) or not all_writable(kit):
        said = _("Letters that this paper has no type for are written in Latin ones.")
        sheet.flow([Words(said)], ASIDE)


def all_writable(kit: Kit) -> bool:
    bodies = (piece.markdown for piece in kit.pieces if isinstance(piece, Prose))
    quotes = (quote.words for quote in kit.quotes)
    return all(is_writable(composed(words)) for words in (*bodies, *quotes))


class Writing:
    """Writes pieces one under the other until too much was written."""

    def __init__(self, sheet: Sheet):
        self.sheet = sheet
        self.letters = MOST_LETTERS
        self.photos = MOST_PHOTOS

    def write(self, pieces: list[Piece]) -> None:
        for piece, after in pairwise([*pieces, None]):
            if self.letters > 0:
                if isinstance(piece, Heading) and isinstance(after, Pictures):
                    self.sheet.room_for(PART.line + 6.5 + room_of(self.sheet, after.photos))
                self.piece(piece)
        if self.letters <= 0:
            self.go_on_at()

    def go_on_at(self) -> None:
        address = self.sheet.kit.address
        said = _("This paper ends here. The whole report stands at its address:")
        self.sheet.flow([Words(f"{said} "), Words(address, link=address)], BODY)

    def piece(self, piece: Piece) -> None:
        match piece:
            case Heading(words):
                self.sheet.room_for(PART.line + 16)
                self.sheet.at += 5
                self.sheet.flow([Words(words)], PART)
                self.sheet.at += 1.5
            case Prose(markdown, dateline):
                self.prose(markdown, dateline)
            case Said(quote):
                quotation(self.sheet, quote)
                self.letters -= len(quote.words)
            case Counted(groups):
                self.counted(groups)
            case Frozen(shown):
                frozen(self.sheet, shown)
            case Listed(entries):
                for entry in entries:
                    entry_line(self.sheet, entry, BODY)
                    self.letters -= len(entry.lead) + len(entry.rest)
                self.sheet.at += 2
            case Pictures(photos):
                self.pictures(photos)

    def prose(self, markdown: str, dateline: str) -> None:
        for together in tables_together(dated(markdown, dateline)):
            if self.letters <= 0:
                return
            if together[0].cells and len(together[0].cells) <= MOST_COLUMNS:
                table(self.sheet, together)
            else:
                for paragraph in together:
                    set_paragraph(self.sheet, replace(paragraph, words=self.cut(paragraph.words)))
            said = (words for paragraph in together for words in paragraph.words)
            self.letters -= sum(len(words.text) for words in said) + 20 * len(together)

    def cut(self, words: tuple[Words, ...]) -> tuple[Words, ...]:
        """As many of `words` as may still be written."""
        kept: list[Words] = []
        room = self.letters
        for one in words:
            kept += [replace(one, text=one.text[:room])] if room > 0 else []
            room -= len(one.text)
        return tuple(kept)

    def counted(self, groups: list[ShownGroup]) -> None:
        for shown in groups:
            group(self.sheet, shown, 0)
            self.letters -= 60 + 40 * len(shown.countries)
        self.sheet.flow([Words(counting.closing())], ASIDE)
        self.sheet.at += 3

    def pictures(self, photos: list) -> None:
        if drawn := photos[: self.photos]:
            photographs(self.sheet, drawn)
            self.letters -= sum(len(str(photo.caption)) for photo in drawn)
        left_out = len(photos) - self.photos
        self.photos = max(0, self.photos - len(photos))
        if left_out > 0:
            said = _("Photographs that stand at the address of the report alone:")
            self.sheet.flow([Words(f"{said} {wording.number(left_out)}")], ASIDE)


def tables_together(found: list[Paragraph]) -> list[list[Paragraph]]:
    """Each paragraph alone, but the rows of a table together."""
    parts: list[list[Paragraph]] = []
    for one in found:
        if one.cells and not one.begins and parts and parts[-1][0].cells:
            parts[-1].append(one)
        else:
            parts.append([one])
    return parts


def set_paragraph(sheet: Sheet, paragraph: Paragraph) -> None:
    if paragraph.kind == "heading":
        sheet.room_for(SMALLER_PART.line + 14)
        sheet.at += 2.5
        sheet.flow(paragraph.words, SMALLER_PART)
        sheet.at += 1
        return
    quoted = paragraph.kind == "quoted"
    indent = 6.0 * min(paragraph.depth, 6) + (5 if quoted else 0)
    bar = LINE if quoted else ""
    sheet.flow(paragraph.words, BODY, indent=indent, mark=paragraph.mark, bar=bar)
    sheet.at += 0.8 if paragraph.depth or paragraph.kind == "code" else 2.4


def quotation(sheet: Sheet, quote) -> None:
    """A quote with a line beside it, and under it who said so."""
    sheet.room_for(QUOTED.line * 2 + 8)
    sheet.at += 3
    translation = translation_of(quote)
    sheet.flow([Words(translation or words_of(quote))], QUOTED, indent=6, bar=TURQUOISE)
    if translation:
        sheet.flow([Words(f"{_('In the original:')} {words_of(quote)}")], ASIDE, indent=6)
    voice = voice_of(quote)
    rest = ", ".join(filter(None, (voice.title, voice.organisation)))
    named = [Words(voice.name, strong=True), Words(f", {rest}" if rest else "")]
    sheet.at += 1
    sheet.flow(named if voice.name else [Words(rest or str(voice))], BODY, indent=6)
    if quote.note:
        sheet.flow([Words(str(quote.note))], ASIDE, indent=6)
    sheet.at += 4


def entry_line(sheet: Sheet, entry: Entry, of: Type) -> None:
    said = [Words(f"{entry.lead} ", strong=True), Words(entry.rest, link=entry.link)]
    if not entry.rest:
        said = [Words(entry.lead, strong=True, link=entry.link)]
    sheet.flow(said, of)
    sheet.at += 0.8
