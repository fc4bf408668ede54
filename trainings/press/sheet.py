"""A report as PDF on A4, in the letters of all six languages."""

from dataclasses import replace
from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from trainings import wording
from trainings.figures import ShownGroup
from trainings.press import counting
from trainings.press.closing import byline, credit_of, sources
from trainings.press.kit import Kit
from trainings.press.pieces import Counted, Entry, Heading, Listed, Pictures, Piece, Prose, Said
from trainings.press.prose import Paragraph, Words, dated
from trainings.press.quoting import translation_of, voice_of, words_of
from trainings.press.setting import Setter
from volunteers.papers.lettering import composed, is_writable
from volunteers.papers.ornament import REPEAT, SCALE
from volunteers.papers.paper import APRICOT, INK, LAPIS, LINE, MUTED, TURQUOISE, Type

HEADLINE = Type("serif", "", 24, INK, 1.18)
LEAD = Type("sans", "", 13, INK, 1.4)
PART = Type("serif", "", 15, INK, 1.25)
SMALLER_PART = Type("serif", "", 12, INK, 1.3)
BODY = Type("sans", "", 10.5, INK, 1.45)
QUOTED = Type("serif", "", 14, INK, 1.35)
ASIDE = Type("sans", "", 9, MUTED, 1.35)
WARNING = Type("sans", "B", 10, APRICOT, 1.3)
NUMBER = Type("serif", "", 18, LAPIS, 1.2)

# So wide that the thread begins where the words do.
FIVE_STARS = 5.01 * REPEAT * SCALE
# A longer report, or one with more photographs, goes on at its address: 50 pages, drawn in 3 s.
MOST_LETTERS = 200_000
MOST_PHOTOS = 40
# Wide enough for 170 mm at 200 dots an inch, small enough to be mailed.
PICTURE_WIDTH = 1600
TALLEST = 105.0


class Sheet(Setter):
    """Says on each page what it is, where it is found, and until when nobody may use it."""

    kit: Kit

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
    sheet = Sheet(title=kit.story.headline, language=kit.text.language, made_at=kit.made_at)
    sheet.kit = kit
    sheet.add_page()
    head(sheet, kit)
    Writing(sheet).write(kit.pieces)
    foot(sheet, kit)
    return sheet.made()


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
    sheet.room_for(30)
    sheet.at += 6
    sheet.rule(sheet.left, sheet.at, sheet.wide, MUTED, 0.3)
    sheet.at += 3
    for entry in sources(kit):
        entry_line(sheet, entry, ASIDE)
    published = wording.moment(kit.made_at, kit.zone)
    sheet.flow([Words(f"{_('Published:')} {published}")], ASIDE)
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
        for piece in pieces:
            if self.letters > 0:
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
            case Listed(entries):
                for entry in entries:
                    entry_line(self.sheet, entry, BODY)
                    self.letters -= len(entry.lead) + len(entry.rest)
                self.sheet.at += 2
            case Pictures(photos):
                self.pictures(photos)

    def prose(self, markdown: str, dateline: str) -> None:
        for paragraph in dated(markdown, dateline):
            if self.letters <= 0:
                return
            set_paragraph(self.sheet, replace(paragraph, words=self.cut(paragraph.words)))
            self.letters -= sum(len(words.text) for words in paragraph.words) + 20

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
        for photo in photos[: self.photos]:
            picture(self.sheet, photo)
            self.letters -= len(str(photo.caption))
        left_out = len(photos) - self.photos
        self.photos = max(0, self.photos - len(photos))
        if left_out > 0:
            said = _("Photographs that stand at the address of the report alone:")
            self.sheet.flow([Words(f"{said} {wording.number(left_out)}")], ASIDE)


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


def group(sheet: Sheet, shown: ShownGroup, depth: int) -> None:
    """A figure with its countries: as bars where their counts are known, else as a list."""
    indent = 6.0 * min(depth, 5)
    sheet.room_for(NUMBER.line + 12)
    if shown.number:
        sheet.flow([Words(shown.number)], NUMBER, indent=indent)
        aside = counting.aside_of(shown)
        said = [
            Words(str(shown.group.capacity), strong=True),
            Words(f" ({aside})" if aside else ""),
        ]
    else:
        said = [Words(counting.said_of(shown), strong=True)]
    sheet.flow(said, BODY, indent=indent)
    if shown.has_counts:
        sheet.flow([Words(counting.relation_of(shown))], ASIDE, indent=indent)
        for row in shown.by_size:
            bar(sheet, counting.country_of(row), row.count, shown.largest, indent)
    elif shown.countries:
        countries = f"{counting.relation_of(shown)}: {counting.countries_in_words(shown)}"
        sheet.flow([Words(countries)], BODY, indent=indent)
    sheet.at += 2.5
    for part in shown.parts:
        group(sheet, part, depth + 1)


def bar(sheet: Sheet, name: str, count: int | None, largest: int, indent: float) -> None:
    """A row of a table: a name, a bar as long as its share of the largest, and the number."""
    sheet.room_for(6)
    x, wide = sheet.left + indent, sheet.wide - indent
    sheet.fit(name, x, sheet.at + 0.6, wide * 0.42, BODY, smallest=7)
    number = _("not stated") if count is None else wording.number(count)
    sheet.fit(number, x + wide - 28, sheet.at + 0.6, 28, BODY, "R", smallest=7)
    if count:
        room = wide * 0.56 - 34
        sheet.block(x + wide * 0.44, sheet.at + 1.8, room * count / largest, 2.6, TURQUOISE)
    sheet.at += 6
    sheet.rule(x, sheet.at, wide)


def entry_line(sheet: Sheet, entry: Entry, of: Type) -> None:
    said = [Words(f"{entry.lead} ", strong=True), Words(entry.rest, link=entry.link)]
    if not entry.rest:
        said = [Words(entry.lead, strong=True, link=entry.link)]
    sheet.flow(said, of)
    sheet.at += 0.8


def picture(sheet: Sheet, photo) -> None:
    """A photograph with its caption and credit, on one page with them; or these alone."""
    found = printable(photo)
    if found is not None:
        content, wide, high = found
        scale = min(sheet.wide / wide, TALLEST / high)
        sheet.room_for(high * scale + 14)
        sheet.at += 2
        sheet.image(content, sheet.left, sheet.at, wide * scale, high * scale)
        sheet.at += high * scale + 1.5
    credit = credit_of(photo)
    if found is None:
        credit = f"{credit} · {_('the picture is not on record')}"
    if photo.caption:
        sheet.flow([Words(str(photo.caption))], BODY)
    sheet.flow([Words(credit)], ASIDE)
    sheet.at += 4


def printable(photo) -> tuple[BytesIO, int, int] | None:
    """A size of the picture that is wide enough for paper; None where it can't be read."""
    if not photo.image:
        return None
    try:
        with photo.image.storage.open(photo.image.name_for(PICTURE_WIDTH)) as file:
            content = BytesIO(file.read())
        with Image.open(content) as opened:
            size = opened.size
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
    content.seek(0)
    return content, *size
