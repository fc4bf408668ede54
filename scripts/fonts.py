"""Make the site's web fonts and the end of static/css/tokens.css out of the fontsource packages.

Run by hand, and only when the fonts change:

    python scripts/fonts.py FOLDER [LIBERATION]

FOLDER holds the unpacked npm packages @fontsource-variable/source-sans-3 and
@fontsource/source-serif-4 (any depth); LIBERATION holds LiberationSans-*.ttf and
LiberationSerif-*.ttf, which share their widths with Arial and Times New Roman.
Needs fonttools and brotli. The result is the same every time, byte for byte.
"""

import io
import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools import merge, subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib import instancer
from kerning import shorten

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "static" / "vendor" / "fonts"
STYLESHEET = ROOT / "static" / "css" / "tokens.css"
# What stands after it was made here; in the same file, since each file is a wait on a slow line.
MADE = "/* Made by scripts/fonts.py; change it there."
LIBERATION = Path("/usr/share/fonts/truetype/liberation")


def span(first, last):
    """The characters from one code point to another, both included."""
    return "".join(map(chr, range(first, last + 1)))


# Thousandths of an em that a point of a bold letter may be off: a tenth of a pixel in a text.
CLOSE = 7
# Thousandths of an em: kerning by less is left out, other is rounded to steps of as much.
KERNING = 10
# Units of an em: a point lies within a twentieth of a pixel of where it was in a headline.
EM = 400
# Signs that hardly any public page shows.
SIGNS = "#$<=>[\\]^_`{|}~€‹›↑↓"
# What each file holds. A page loads a file only when it shows one of its characters, so what
# every page needs stands in "basic" and what Russian needs in "cyrillic"; the rest is rare.
# The second value names the part of the fontsource package that holds these glyphs.
SUBSETS = {
    # Six files at a time come in three round trips of a slow line, each below 8,760 bytes with
    # its head: docs/performance.md. So this stays below 8,090.
    "basic": (
        "latin",
        "".join(sorted(set(span(0x20, 0x7E)) - set(SIGNS)))
        + "\u00a0§©«\u00ad°·»×ʻʼ\u2009\u200b\u2010\u2011–—‘’‚“”„•…\u202f−",
    ),
    "signs": ("latin", SIGNS),
    "western": ("latin", "¡£ª®º¿ıŒœ™" + span(0xC0, 0xD6) + span(0xD8, 0xF6) + span(0xF8, 0xFF)),
    "latin-ext": (
        "latin-ext",
        span(0x100, 0x130) + span(0x132, 0x151) + span(0x154, 0x17F) + "ǴǵȘșȚțẞ",
    ),
    # Kazakh І and Ұ and Uzbek Ў stand here because the source keeps them with the Russian ones.
    "cyrillic": ("cyrillic", span(0x410, 0x44F) + "ЁёІіЎўҰұ№"),
    "cyrillic-ext": ("cyrillic-ext", "ҒғҚқҢңӨөҮүҺһӘәҲҳҶҷӢӣӮӯ"),
    "cyrillic-more": ("cyrillic", "ЂђЃѓЄєЅѕЇїЉљЊњЋћЌќЏџҐґ"),
}
# The language switch writes every language in its own letters on every page. These few letters
# in one weight spare a page in Latin letters the two Cyrillic files.
SWITCH_FAMILY = "Source Sans 3 switch"
SWITCH = "РУС ҚАЗ КЫР ТОҶ ЎЗБ Русский Қазақша Кыргызча Тоҷикӣ Ўзбекча"

# Both sources lack these; they look like a glyph that is there.
SAME_GLYPH = {0x202F: 0x2009, 0x2010: 0x2D, 0x2011: 0x2D}


@dataclass(frozen=True)
class Face:
    """One style of one family, and where its glyphs come from."""

    family: str
    stem: str
    weight: str
    source: str
    stand_in: str
    stand_in_names: tuple[str, ...]
    stand_in_weight: str
    axis: tuple[int, int] | int | None = None


FACES = (
    Face(
        "Source Sans 3",
        "source-sans-3",
        "400 600",
        "source-sans-3-{part}-wght-normal.woff2",
        "LiberationSans-Regular.ttf",
        ("Arial", "ArialMT", "Liberation Sans"),
        "400",
        (400, 600),
    ),
    Face(
        "Source Serif 4",
        "source-serif-4-400",
        "400",
        "source-serif-4-{part}-400-normal.woff2",
        "LiberationSerif-Regular.ttf",
        ("Times New Roman", "TimesNewRomanPSMT", "Liberation Serif"),
        "400",
    ),
    Face(
        "Source Serif 4",
        "source-serif-4-600",
        "600",
        "source-serif-4-{part}-600-normal.woff2",
        "LiberationSerif-Bold.ttf",
        ("Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold"),
        "600",
    ),
)
# The variable sans stands in the list above with its regular weight; bold needs its own stand-in.
BOLD_SANS = (
    "LiberationSans-Bold.ttf",
    ("Arial Bold", "Arial-BoldMT", "Liberation Sans Bold"),
    "600 700",
    600,
)

# Running text to weigh letters by, so that the stand-in takes as many lines as the font.
SAMPLES = {
    "basic": "Volunteers from four countries met to practise how people who come together can do a "
    "piece of work for everyone, and went home with a plan of what to do first.",
    "cyrillic": "Волонтёры из четырёх стран встретились, чтобы вместе научиться делать работу, "
    "которая нужна всем, и разъехались по домам с планом того, с чего начать.",
}


def cut(path, characters, axis=None, name="Hashar"):
    """Return the font at `path` with only `characters`, its kerning and no other feature.

    Digits of both sources are lining and of equal width as they are, so nothing is lost with
    the numeral features. The names inside change because the licence reserves "Source".
    """
    font = TTFont(path, recalcTimestamp=False)
    for table in font["cmap"].tables:
        for code, like in SAME_GLYPH.items():
            if like in table.cmap and code not in table.cmap:
                table.cmap[code] = table.cmap[like]
    options = subset.Options()
    options.layout_features = ["kern"]
    options.layout_closure = False
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 6, 14]
    options.name_languages = [0x409]
    options.drop_tables += ["BASE"]
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    if axis is not None and "fvar" in font:
        instancer.instantiateVariableFont(font, {"wght": axis}, inplace=True)
        if "gvar" in font:
            lighten(font)
    # Names of styles for a font menu, lines drawn thicker with bold, and kinds of glyphs that only
    # marks need: none is used.
    for table in ("STAT", "MVAR", "GDEF"):
        if table in font:
            del font[table]
    for identifier, text in ((1, name), (4, name), (6, name.replace(" ", ""))):
        font["name"].setName(text, identifier, 3, 1, 0x409)
    font.flavor = "woff2"
    return font


def lighten(font):
    """Leave out the deltas of bold that the points around them tell to within `CLOSE`."""
    glyphs, advances = font["glyf"], font["hmtx"].metrics
    for name, variations in font["gvar"].variations.items():
        points, outline = glyphs._getCoordinatesAndControls(name, advances)
        is_composite = outline.numberOfContours == -1
        for one in variations:
            one.optimize(points, outline.endPts, tolerance=CLOSE, isComposite=is_composite)


def slim(font):
    """Draw and kern on a coarser grid, and leave out what is empty or the outlines tell too."""
    if "GPOS" in font:
        shorten(font, KERNING)
    for table in ("GSUB", "HVAR", "gasp"):
        if table in font:
            del font[table]
    scale_upem(font, EM)


def switch(source):
    """Return the font of the language switch, put together from two parts of the sans."""
    pieces = []
    for part, characters in (SUBSETS["cyrillic"], SUBSETS["cyrillic-ext"]):
        piece = cut(source(part), "".join(set(SWITCH) & set(characters)), 400, "Hashar Switch")
        piece.flavor = None
        file = io.BytesIO()
        piece.save(file)
        pieces.append(file)
        file.seek(0)
    font = merge.Merger().merge(pieces)
    font.flavor = "woff2"
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = 0
    return font


def unicode_range(codes):
    """Write code points as CSS does: {65, 66, 67, 97} is "U+41-43, U+61"."""
    runs = []
    for code in sorted(codes):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


def face_rule(family, weight, filename, codes):
    """The @font-face of one file. The address is relative, so hashed names can be written in."""
    return (
        f'@font-face {{ font-family: "{family}"; font-style: normal; font-weight: {weight}; '
        f'font-display: optional;\n  src: url(../vendor/fonts/{filename}) format("woff2");\n'
        f"  unicode-range: {unicode_range(codes)} }}\n"
    )


def mean_width(font, text):
    """Mean advance of the characters of `text`, in em."""
    cmap, advances = font.getBestCmap(), font["hmtx"]
    return sum(advances[cmap[ord(c)]][0] for c in text) / len(text) / font["head"].unitsPerEm


def stand_in_rule(face, made, sample, stand_in, names, weight):
    """An installed font, scaled to the width and height of ours, shown until ours has come."""
    text = "".join(c for c in SAMPLES[sample] if ord(c) in made.getBestCmap())
    ratio = mean_width(made, text) / mean_width(TTFont(stand_in), text)
    line, em = made["hhea"], made["head"].unitsPerEm
    local = ", ".join(f'local("{name}")' for name in names)
    codes = "U+0-2FF, U+1E00-20CF" if sample == "basic" else "U+400-52F, U+2116"
    return (
        f'@font-face {{ font-family: "{face.family} fallback"; font-weight: {weight};\n'
        f"  src: {local};\n"
        f"  size-adjust: {ratio:.1%}; ascent-override: {line.ascent / em / ratio:.1%}; "
        f"descent-override: {-line.descent / em / ratio:.1%}; line-gap-override: 0%;\n"
        f"  unicode-range: {codes} }}\n"
    )


def main(folder, liberation=LIBERATION):
    """Write every file and the style sheet, and print what each weighs in bytes."""
    for old in FONTS.glob("*.woff2"):
        old.unlink()
    rules, stand_ins = [], []

    def keep(font, filename, family, weight):
        slim(font)
        font.save(FONTS / filename)
        print(f"{(FONTS / filename).stat().st_size:7d}  {filename}")
        rules.append(face_rule(family, weight, filename, font.getBestCmap()))

    def source(face, part):
        return next(folder.rglob(face.source.format(part=part)))

    for face in FACES:
        for subset_name, (part, characters) in SUBSETS.items():
            name = "Hashar Sans" if "sans" in face.stem else "Hashar Serif"
            font = cut(source(face, part), characters, face.axis, name)
            keep(font, f"{face.stem}-{subset_name}.woff2", face.family, face.weight)
            if subset_name in SAMPLES:
                path = liberation / face.stand_in
                row = (path, face.stand_in_names, face.stand_in_weight)
                stand_ins.append(stand_in_rule(face, font, subset_name, *row))
                if face.axis:
                    filename, names, weight, value = BOLD_SANS
                    bold = cut(source(face, part), characters, value)
                    row = (liberation / filename, names, weight)
                    stand_ins.append(stand_in_rule(face, bold, subset_name, *row))

    keep(
        switch(lambda part: source(FACES[0], part)),
        "source-sans-3-switch.woff2",
        SWITCH_FAMILY,
        "400",
    )

    by_hand, _made = STYLESHEET.read_text(encoding="utf-8").split(MADE)
    STYLESHEET.write_text(
        f"{by_hand}{MADE} A browser loads a file only when the page\n"
        "   shows a character of its range. */\n"
        + "".join(rules)
        + "\n/* Installed fonts, scaled so that nothing moves when ours arrive. */\n"
        + "".join(stand_ins),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
