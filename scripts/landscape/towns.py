"""Covers of towns: an evening avenue in Bishkek, Samarkand at noon."""

from .buildings import arcade, dome, minaret, portal
from .houses import flats
from .land import hills, mountains
from .lines import LEFT, RIGHT, jagged, rolling
from .paper import HEIGHT, Down, both, fade, places
from .sky import birds, cloud, sky, streaks
from .trees import poplar, round_tree
from .vehicles import car, trolleybus


def bishkek_evening(paper):
    """An avenue in Bishkek as the lamps come on, with the Ala-Too behind."""
    random = paper.random
    sky(
        paper,
        (0, "#1c3566"),
        (180, "#4b6697"),
        (320, "#c98f86"),
        (400, "#f4bd8c"),
        (460, "#fbdcae"),
    )
    streaks(paper, "#f7b48b", top=70, bottom=360, strength=0.65, edge=150)
    back = jagged(
        random,
        places(
            "-20,330 160,272 300,316 450,230 590,292 720,198 850,150 970,222 1090,186 "
            "1230,280 1370,222 1520,296 1700,262"
        ),
        0.32,
    )
    mountains(
        paper,
        back,
        Down((150, "#d79b8c"), (420, "#8f7d9c")),
        Down((150, "#655f8d"), (420, "#6c6a94")),
        base=450,
        reach=58,
        snow=(322, Down((150, "#ffe0bd"), (320, "#f0b9a4")), "#9793bb"),
        haze=("#d59f95", 0.75),
        hatch="#4b4a80",
    )
    low = rolling(places("-20,432 300,408 700,436 1100,412 1700,436"))
    hills(paper, low, Down((405, "#75688c"), (480, "#9c7f8e")))
    lamps = ["#ffd98c", "#ffbf66", "#fff0c4"]
    for x, wide, floors in (
        (60, 130, 8),
        (232, 110, 6),
        (372, 84, 9),
        (480, 96, 5),
        (1200, 92, 6),
        (1306, 84, 10),
        (1432, 122, 7),
        (1590, 120, 9),
    ):
        flats(paper, x, 528, wide, floors, "#6c6b8f", "#474a74", lamps, "#3c446f", share=0.42)
    for x, wide, floors in ((590, 76, 4), (668, 60, 6), (1010, 64, 5), (1090, 80, 4)):
        flats(
            paper, x, 512, wide, floors, "#8d829b", "#62628a", lamps, "#545a84", share=0.4, floor=12
        )
    ground = rolling(places("-20,524 500,508 840,500 1200,508 1700,524"))
    hills(paper, ground, Down((500, "#5a5c80"), (600, "#33406a"), (720, "#18264a")))
    paper.shape(
        places("836,500 852,500 1290,730 390,730"),
        Down((500, "#a58e9a"), (560, "#5d6083"), (720, "#2b3860")),
    )
    wet = both(
        paper.mask(places("836,500 852,500 1290,730 390,730")),
        fade((0, 0), (500, 0.9), (640, 0.1), (HEIGHT, 0)),
    )
    paper.lay(wet, "#ffcf94", 0.7)
    for i in range(9):
        near, to = (i / 9) ** 2, ((i + 0.5) / 9) ** 2
        y, to_y = 506 + 224 * near, 506 + 224 * to
        half, to_half = 0.6 + 7 * near, 0.6 + 7 * to
        paper.shape(
            [(844 - half, y), (844 + half, y), (844 + to_half, to_y), (844 - to_half, to_y)],
            "#f2dcb8",
        )
    for side in (-1, 1):
        # A hedge and a footpath run along the avenue to the same point.
        paper.shape(
            [
                (844 + side * 14, 502),
                (844 + side * 17, 502),
                (844 + side * 900, 730),
                (844 + side * 660, 730),
            ],
            Down((500, "#8d7d93"), (560, "#4a5079"), (720, "#26325a")),
        )
        hedge = [
            (
                844 + side * (20 + 900 * (t / 30) ** 1.8),
                504
                + 170 * (t / 30) ** 1.8
                - (2 + 34 * (t / 30) ** 1.8) * random.uniform(0.75, 1.1),
            )
            for t in range(31)
        ]
        paper.shape(
            [*hedge, (844 + side * 1000, 690), (844 + side * 20, 504)],
            Down((500, "#3d5570"), (560, "#2b4560"), (700, "#152c48")),
        )
    for side in (-1, 1):
        for i in range(11):
            near = (i / 10) ** 1.8
            x, y = 844 + side * (40 + 640 * near), 506 + 128 * near
            poplar(paper, x + side * 26, y + 2, 52 + 250 * near, "#22425a", "#587a6c", light=-side)
    for side in (-1, 1):
        for i in range(8):
            near = (i / 7) ** 1.7
            x, y, tall = 844 + side * (17 + 420 * near), 506 + 156 * near, 26 + 168 * near
            lamp = (x - side * tall * 0.2, y - tall)
            paper.line(
                [(x, y), (x, y - tall * 0.93), (x - side * tall * 0.06, y - tall), lamp],
                "#24304f",
                0.8 + 2.2 * near,
            )
            paper.glow(*lamp, 20 + 66 * near, "#ffd28a", 0.75)
            paper.disc(*lamp, 1.4 + 3.6 * near, "#fff4d4")
            paper.glow(lamp[0], y + 8 * near, 14 + 80 * near, "#ffc98a", 0.28, 0.24)
    trolleybus(paper, 934, 598, 104)
    for near in (0.01, 0.045, 0.13, 0.34):
        car(paper, 830 - 205 * near, 508 + 224 * near, 7 + 128 * near)
    birds(paper, 640, 214, 12, 9, "#2b3560", 100)


def samarkand_noon(paper):
    """Turquoise domes and a tiled portal in Samarkand at noon."""
    random = paper.random
    sky(paper, (0, "#2a6fae"), (260, "#78b4d6"), (430, "#cfe3e2"), (520, "#f0e4c8"))
    for x, y, size in places("300,170,120 1420,130,130 1180,250,66"):
        cloud(paper, x, y, size, "#fdfaf0", "#c3d8e0")
    far = jagged(
        random, places("-20,452 200,412 420,446 640,408 900,440 1180,402 1440,440 1700,414"), 0.2
    )
    mountains(
        paper,
        far,
        "#a8c1c9",
        "#86a8bb",
        base=510,
        reach=60,
        snow=(428, "#fbfaf2", "#c6d8e2"),
        haze=("#e6e4d2", 0.8),
    )
    brick, shade, lapis, turquoise, cream = "#e6c592", "#b28a5c", "#1d4e89", "#129a9c", "#f7ecd2"
    for x in (60, 190, 1500, 1626):
        poplar(paper, x, 560, random.uniform(150, 200), "#3f7a5c", "#86b070")
    dome(paper, 468, 482, 66, "#2fb0b0", "#0b6f78", brick, lapis)
    dome(paper, 1212, 482, 66, "#2fb0b0", "#0b6f78", brick, lapis)
    dome(paper, 1010, 466, 96, "#25a6aa", "#0a6670", brick, lapis)
    arcade(paper, 330, 690, 590, 128, brick, shade, turquoise, 8)
    arcade(paper, 990, 1350, 590, 128, brick, shade, turquoise, 8)
    minaret(paper, 322, 596, 52, 320, brick, shade, turquoise)
    minaret(paper, 1358, 596, 52, 320, brick, shade, turquoise)
    portal(paper, 840, 596, 330, 372, brick, shade, (lapis, turquoise, cream))
    paper.shape(places("1005,224 1026,236 1026,596 1005,596"), shade)
    square = rolling(places("-20,590 800,592 1700,590"))
    hills(paper, square, Down((590, "#efd9b0"), (640, "#e2c08c"), (720, "#c79a66")))
    for i in range(1, 9):
        y = 592 + 1.9 * i**1.95
        paper.line([(LEFT, y), (RIGHT, y)], "#cfa671", 0.8 + i * 0.12)
    for i in range(-15, 16):
        paper.line([(840 + i * 52, 592), (840 + i * 170, 740)], "#cfa671", 1)
    pool = places("650,640 1030,640 1120,700 560,700")
    paper.shape(
        [(px + (px - 840) * 0.05, py + (6 if py > 650 else -5)) for px, py in pool], "#f7ecd2"
    )
    paper.shape(pool, Down((640, "#8fd0d3"), (700, "#1d7f92")))
    mirror = paper.mask(pool)
    paper.lay(both(mirror, paper.mask(places("742,640 938,640 958,700 722,700"))), "#d9b985", 0.55)
    paper.lay(
        both(mirror, paper.mask(places("790,640 890,640 874,672 840,690 806,672"))), "#3b5a72", 0.55
    )
    for _ in range(60):
        y = random.uniform(643, 698)
        x = random.uniform(600, 1080)
        if 600 + (700 - y) < x < 1080 - (700 - y):
            paper.line(
                [(x, y), (x + random.uniform(8, 34), y)], random.choice(["#d7f1ee", "#4fa9b5"]), 1
            )
    for x, y, size in places("196,640,150 60,668,190 1490,640,150 1630,668,190"):
        paper.disc(x + 30, y, size * 0.55, "#a97f52", 0.12)
        round_tree(paper, x, y, size, "#5b4331", ["#245a49", "#2f6f52", "#4d8a58", "#7fae68"], 260)
    for x in (430, 500, 1180, 1250):
        paper.disc(x, 628, 22, "#b08452", 0.2)
        round_tree(paper, x, 626, 46, "#5b4331", ["#2f6f52", "#4d8a58", "#8bb46c"], 90)
    birds(paper, 640, 190, 14, 9, "#31608c", 120)
