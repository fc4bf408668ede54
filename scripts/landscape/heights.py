"""Covers of the mountains: the Alatau by day, the Pamir at dusk."""

from .land import grass, hills, mountains, road, stones
from .lines import bends, disc_outline, height_at, jagged, rolling
from .paper import WIDTH, Down, but, mix, places
from .sky import birds, cloud, sky, streaks
from .things import wires
from .trees import spruce


def alatau_day(paper):
    """A clear noon under the Alatau: snow, spruces and a meadow of tulips."""
    random = paper.random
    sky(paper, (0, "#2a639d"), (220, "#78abcf"), (400, "#cfe2e4"), (520, "#efeedd"))
    for x, y, size in places("260,196,130 1330,152,165 880,96,92 1540,250,80"):
        cloud(paper, x, y, size, "#fbfaf3", "#bcd2e0")
    back = jagged(
        random,
        places(
            "-20,330 150,262 290,318 430,226 560,290 700,168 800,236 900,132 1010,232 "
            "1120,196 1240,292 1400,230 1540,310 1700,270"
        ),
        0.34,
    )
    mountains(
        paper,
        back,
        Down((130, "#9db4c6"), (430, "#7f9fb4")),
        Down((130, "#5c7f9f"), (430, "#6d90a8")),
        base=470,
        reach=64,
        snow=(330, "#fdfbf3", "#b3cbdf"),
        haze=("#cfe2ea", 0.8),
        hatch="#42658a",
    )
    middle = jagged(
        random,
        places(
            "-20,398 170,420 360,348 520,404 640,352 770,400 930,344 1090,410 1260,352 "
            "1450,416 1700,366"
        ),
        0.24,
    )
    mountains(
        paper,
        middle,
        Down((340, "#7d9f8c"), (520, "#8fae8b")),
        Down((340, "#4d7873"), (520, "#648b78")),
        base=530,
        reach=70,
        haze=("#c4dccd", 0.6),
        hatch="#35605f",
    )
    foot = rolling(places("-20,470 240,492 560,452 860,500 1170,456 1460,496 1700,468"))
    hills(
        paper,
        foot,
        Down((450, "#7fa67c"), (560, "#a3b878")),
        hatch="#4c8560",
        strength=0.3,
        angle=0.12,
    )
    wood = [
        (x, height_at(foot, x) + random.uniform(2, 42))
        for x in [random.gauss(240, 170) for _ in range(52)]
        + [random.gauss(1400, 170) for _ in range(56)]
        + [random.gauss(800, 240) for _ in range(10)]
    ]
    for x, y in sorted(wood, key=lambda spot: spot[1]):
        spruce(paper, x, y, random.uniform(34, 58), "#24564f", "#5b9069")
    meadow = rolling(places("-20,566 300,540 640,560 1000,534 1340,562 1700,540"))
    hills(
        paper,
        meadow,
        Down((530, "#b4c27c"), (620, "#7fa468"), (720, "#2f6454")),
        hatch="#6b9560",
        strength=0.4,
        angle=0.1,
        gap=8,
    )
    stream = bends(places("905,740 840,668 985,616 905,576 950,548 930,540"))
    road(
        paper, stream, 120, 5, Down((535, "#d3ebf0"), (600, "#5fb0bd"), (740, "#0f7c7c")), "#e6f3ee"
    )
    for x, y, tall in places(
        "300,612,176 212,640,214 386,596,128 124,606,150 1352,604,170 1440,640,226 "
        "1290,588,118 1556,616,186 470,588,92 1214,580,86"
    ):
        spruce(paper, x, y, tall, "#163f3f", "#4d8560")
    stones(
        paper,
        places("770,680,34 724,696,22 1060,640,24 1096,650,15 1010,700,30"),
        "#c9d1cc",
        "#6d8288",
    )
    edge = rolling(places("-20,652 420,690 840,716 1200,690 1700,646"))
    grass(paper, edge, ["#2f6b48", "#4f8a4d", "#85ad55", "#245741"], count=1300, tall=(10, 30))
    for _ in range(150):
        x = random.choice([random.gauss(520, 190), random.gauss(1180, 190)])
        y = random.uniform(590, 712)
        size = 1.6 + (y - 580) / 34
        colour = random.choice(["#d1451d", "#e2602b", "#f0a03c"])
        paper.line([(x, y), (x, y + size * 3)], "#2f6b48", 1)
        paper.shape(
            [
                (x - size, y - size * 1.5),
                (x - size * 0.35, y - size * 0.9),
                (x, y - size * 1.8),
                (x + size * 0.35, y - size * 0.9),
                (x + size, y - size * 1.5),
                (x + size * 0.7, y + size * 0.6),
                (x - size * 0.7, y + size * 0.6),
            ],
            colour,
        )
    birds(paper, 690, 130, 3, 22, "#244a6e", 70)


def pamir_dusk(paper):
    """The last light on the Pamir: a road winds up to the pass, the moon is out."""
    random = paper.random
    sky(
        paper,
        (0, "#101f44"),
        (150, "#2b3d73"),
        (290, "#7c5c88"),
        (380, "#d58a72"),
        (450, "#f5c08a"),
    )
    for _ in range(110):
        x, y = random.uniform(0, WIDTH), random.random() ** 1.7 * 260
        paper.disc(x, y, random.choice([0.7, 0.9, 1.3]), mix("#ffffff", "#2b3d73", 0.15 + y / 340))
    streaks(paper, "#f0a27f", top=180, bottom=420, strength=0.6, edge=158)
    paper.glow(598, 132, 150, "#cfd8f2", 0.5)
    paper.lay(
        but(paper.mask(disc_outline(598, 132, 34)), paper.mask(disc_outline(613, 123, 33))),
        "#fdf4dc",
    )
    back = jagged(
        random,
        places(
            "-20,352 140,270 260,330 400,232 520,306 640,262 770,182 860,258 1000,118 "
            "1120,236 1230,196 1350,300 1490,226 1600,310 1700,260"
        ),
        0.36,
    )
    mountains(
        paper,
        back,
        Down((110, "#f2a06e"), (250, "#b9718a"), (420, "#6d5b8c")),
        Down((110, "#5b4c80"), (420, "#474a7c")),
        base=470,
        reach=62,
        snow=(
            330,
            Down((110, "#ffd3a0"), (300, "#e6a59a")),
            Down((110, "#8a7fb2"), (300, "#6f70a6")),
        ),
        haze=("#b57f92", 0.6),
        hatch="#2c2f63",
    )
    ridge = jagged(
        random,
        places(
            "-20,372 200,440 360,388 560,452 700,470 840,430 1010,466 1180,408 1340,446 "
            "1500,380 1700,420"
        ),
        0.26,
    )
    mountains(
        paper,
        ridge,
        Down((370, "#7a5a80"), (560, "#4f4a76")),
        Down((370, "#3a3a68"), (560, "#353a66")),
        base=580,
        reach=66,
        haze=("#5d5683", 0.5),
        hatch="#22264f",
    )
    slope = rolling(
        places("-20,560 230,520 480,536 700,484 860,470 1010,486 1260,540 1500,512 1700,560")
    )
    hills(
        paper,
        slope,
        Down((465, "#6a5878"), (560, "#3e4268"), (720, "#161f40")),
        hatch="#252b55",
        strength=0.5,
        angle=0.5,
        gap=6,
    )
    way = bends(
        places(
            "560,742 700,672 1050,630 1090,606 760,578 726,560 950,536 968,522 838,506 "
            "828,496 880,482 866,471"
        ),
        2,
    )
    road(paper, way, 96, 4, Down((470, "#f4c59b"), (560, "#c99a95"), (740, "#7c7794")), "#2a2f58")
    for x, y, size in places("684,580,18 1000,540,12 420,690,40 1270,676,26 352,712,28"):
        stones(paper, [(x, y, size)], "#a5868f", "#403f6b")
    # Two lamps of a truck on its way up, and what they light.
    paper.glow(742, 566, 46, "#ffe2a0", 0.9, 0.5)
    paper.disc(738, 567, 2.6, "#fffbe8")
    paper.disc(746, 567, 2.6, "#fffbe8")
    for x, y, size in places("1196,664,30 1192,647,22 1199,634,16 1195,625,10"):
        stones(paper, [(x, y, size)], "#c39a9c", "#57507a")
    front = jagged(
        random, places("-20,640 160,668 360,720 700,770 1100,770 1340,712 1540,652 1700,668"), 0.12
    )
    hills(paper, front, "#0e1633")
    grass(paper, front, ["#141d40", "#1d2750", "#0b1230"], count=500, tall=(6, 16))
    wires(paper, places("1600,668,150 1420,606,104 1290,566,74 1196,540,54"), "#1a2148", arms=1)
