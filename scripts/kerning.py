"""The kerning of a font, told in fewer bytes: one table of classes, without what no eye sees."""

from collections import defaultdict

from fontTools.otlLib import builder
from fontTools.ttLib.tables import otTables

PAIRS = 2  # the kind of a lookup that moves the second of two glyphs


def shorten(font, step):
    """Kern as before, but no pair by less than `step` units, and each by a multiple of them.

    Values of the regular weight count for all. Rules that look farther than at two glyphs go; all
    that ours have is that of the Catalan l·l.
    """
    rounded = {
        pair: round(units / step) * step
        for pair, units in pairs_of(font).items()
        if abs(units) >= step
    }
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag = PAIRS, 0
    lookup.SubTable = [by_class(rounded, font.getReverseGlyphMap())]
    table = font["GPOS"].table
    table.LookupList.Lookup = [lookup]
    for record in table.FeatureList.FeatureRecord:
        record.Feature.LookupListIndex = [0]


def pairs_of(font):
    """{(left, right): units} of all pairs that are kerned; the first table with a left one says."""
    found = {}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in (getattr(one, "ExtSubTable", one) for one in lookup.SubTable):
            if isinstance(table, otTables.PairPos):
                for pair, units in told(table, font.getGlyphOrder()):
                    found.setdefault(pair, units)
    return {pair: units for pair, units in found.items() if units}


def told(table, glyphs):
    """Each pair that a table tells of, and by how much."""
    if table.Format == 1:
        for left, second in zip(table.Coverage.glyphs, table.PairSet, strict=True):
            for record in second.PairValueRecord:
                yield (left, record.SecondGlyph), advance(record.Value1)
        return
    firsts, seconds = table.ClassDef1.classDefs, table.ClassDef2.classDefs
    for left in table.Coverage.glyphs:
        row = table.Class1Record[firsts.get(left, 0)].Class2Record
        for right in glyphs:
            yield (left, right), advance(row[seconds.get(right, 0)].Value1)


def advance(value):
    return getattr(value, "XAdvance", 0) or 0


def by_class(pairs, order):
    """The table of `pairs`, in which glyphs that are kerned alike stand together."""
    lefts, rights = alike(pairs), alike({(right, left): v for (left, right), v in pairs.items()})
    classes = {
        (lefts[left], rights[right]): (builder.buildValue({"XAdvance": units}), None)
        for (left, right), units in pairs.items()
    }
    return builder.buildPairPosClassesSubtable(classes, order)


def alike(pairs):
    """For each first glyph of `pairs` all that have the same values with the same others."""
    rows = defaultdict(dict)
    for (one, other), units in pairs.items():
        rows[one][other] = units
    groups = defaultdict(list)
    for one, row in rows.items():
        groups[tuple(sorted(row.items()))].append(one)
    return {one: tuple(sorted(group)) for group in groups.values() for one in group}
