"""Make the fonts of the papers (sheets, badges, certificates): each one whole file.

Run by hand, and only when the fonts change:

    python scripts/paper_fonts.py FOLDER

FOLDER holds the same two unpacked npm packages as for `scripts/fonts.py`. Web pages load a
family in pieces; a PDF needs every letter in one file, so the pieces are put together here. Needs
fonttools and brotli. The result is the same every time, byte for byte.
"""

import io
import sys
from pathlib import Path

from fonts import FACES, ROOT, SUBSETS, cut
from fontTools import merge
from fontTools.ttLib import TTFont

PAPER_FONTS = ROOT / "volunteers" / "papers" / "fonts"
SANS, _SERIF_400, SERIF = FACES
# The name of each file, the face it is made of, and its weight where that varies.
WHOLE = (
    ("HasharSans-Regular", SANS, 400),
    ("HasharSans-Bold", SANS, 700),
    ("HasharSerif-SemiBold", SERIF, None),
)


def piece(folder, face, part, characters, weight, name):
    """A font file with `characters`, for merging: without kerning, which our PDFs don't use."""
    source = next(folder.rglob(face.source.format(part=part)))
    font = cut(source, characters, weight, name)
    for table in ("GPOS", "GSUB", "GDEF"):
        if table in font:
            del font[table]
    font.flavor = None
    file = io.BytesIO()
    font.save(file)
    file.seek(0)
    return file


def whole(folder, face, weight, name):
    """One font of all the pieces of `face`."""
    pieces = [
        piece(folder, face, part, characters, weight, name) for part, characters in SUBSETS.values()
    ]
    font = merge.Merger().merge(pieces)
    font.recalcTimestamp = False
    made = TTFont(pieces[0])["head"]
    font["head"].created, font["head"].modified = made.created, made.modified
    return font


def main(folder):
    """Write every file, and print what each weighs in bytes."""
    for stem, face, weight in WHOLE:
        path = PAPER_FONTS / f"{stem}.ttf"
        whole(folder, face, weight, stem.replace("-", " ")).save(path)
        print(f"{path.stat().st_size:7d}  {path.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
