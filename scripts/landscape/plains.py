"""Covers of the plains: the steppe at dawn, wind over the desert."""

from itertools import pairwise
from math import pi, sin

from .buildings import fortress
from .land import grass, hills, mountains, road
from .lines import LEFT, RIGHT, bends, down_to, height_at, jagged, ribbon, rolling
from .paper import HEIGHT, WIDTH, Down, both, fade, mix, places
from .sky import birds, sky, streaks
from .things import horse, smoke, wires, yurt
from .trees import bush


def steppe_dawn(paper):
    """First light over the steppe: three yurts, horses, the sun behind far hills."""
    random = paper.random
    sky(
        paper,
        (0, "#24497c"),
        (170, "#5f8fb4"),
        (290, "#e5b98c"),
        (370, "#f9dfae"),
        (430, "#fbe8c4"),
    )
    streaks(paper, "#f7c795", top=60, bottom=330, strength=0.75, edge=150)
    streaks(paper, "#b8634a", top=110, bottom=350, strength=0.35, edge=172, down=40)
    paper.glow(1010, 382, 520, "#ffeec2", 0.95, 0.8)
    paper.disc(1010, 372, 50, "#fff7df")
    far = jagged(
        random,
        places(
            "-20,372 180,322 330,352 520,296 700,356 880,372 1080,384 1260,342 1420,366 "
            "1560,318 1700,352"
        ),
        0.16,
    )
    mountains(paper, far, "#b9a6a6", "#8d93ad", base=440, reach=70, light=1, haze=("#f8dcb4", 0.85))
    near = rolling(places("-20,404 240,380 560,412 860,398 1180,414 1460,384 1700,408"))
    hills(paper, near, Down((370, "#7d8d91"), (470, "#c9a97d")), haze=("#f7dcae", 390, 470, 0.55))
    plain = rolling(places("-20,436 300,448 620,432 1000,446 1340,430 1700,446"))
    hills(
        paper,
        plain,
        Down((430, "#e3bd82"), (520, "#b69a58"), (620, "#6f7a45"), (720, "#39513c")),
        hatch="#7e7a44",
        strength=0.32,
        angle=0.05,
        gap=7,
    )
    shine = both(paper.mask(down_to(plain)), fade((0, 0), (430, 0.75), (540, 0), (HEIGHT, 0)))
    paper.lay(shine, "#ffe2a6", 0.55)
    track = bends(places("700,740 760,640 900,560 846,505 930,462 1000,446"))
    road(paper, track, 92, 3, Down((440, "#f8dfae"), (740, "#c59a62")))
    left, right = ribbon(track, 34, 1)
    paper.shape([*left, *right[::-1]], Down((440, "#d8b478"), (740, "#7d7a48")))
    wires(
        paper,
        places("1640,470,96 1500,462,74 1395,456,56 1316,452,42 1256,449,31 1210,447,23"),
        "#6b5a50",
    )
    for x, y, size in ((520, 500, 96), (1090, 492, 74)):
        yurt(paper, x, y, size, "#f3e4c6", "#a98767")
    yurt(paper, 660, 548, 168, "#f6e9cf", "#a8825f")
    smoke(paper, 664, 448, 150, "#fff4dd", 0.5)
    horse(paper, 1010, 566, 62, "#4b3a33", -1)
    horse(paper, 1100, 586, 74, "#6d4029", 1)
    horse(paper, 950, 544, 44, "#7c5a41", 1, grazing=False)
    birds(paper, 860, 208, 15, 11, "#3d4a5c")
    front = rolling(places("-20,640 260,604 560,668 980,652 1330,606 1700,634"))
    hills(paper, front, Down((600, "#5d6f42"), (720, "#233c34")))
    grass(
        paper,
        front,
        ["#84884d", "#b39a55", "#4f6a45", "#2d4b3a", "#d4ad65"],
        count=1500,
        tall=(9, 34),
    )
    for _ in range(60):
        x = random.uniform(LEFT, RIGHT)
        y = height_at(front, x) + random.uniform(6, 90)
        paper.disc(x, y, random.uniform(1.6, 3.4), random.choice(["#d8582a", "#e98b4a", "#f4d58d"]))


def desert_wind(paper):
    """Wind over the dunes of Kyzylkum, with a clay fortress on its rock."""
    random = paper.random
    sky(paper, (0, "#3f7fae"), (180, "#8fb9c4"), (320, "#ecd3a4"), (430, "#f4cf96"))
    paper.glow(700, 190, 330, "#fff3d2", 0.9)
    paper.disc(700, 190, 38, "#fffaea")
    streaks(paper, "#f6e3bf", top=60, bottom=400, strength=0.7, edge=144, across=3, down=34)
    far = jagged(random, places("-20,402 320,386 640,404 900,392 1300,380 1700,398"), 0.06)
    hills(paper, far, "#c9a887", haze=("#f3d3a0", 390, 450, 0.5))
    rock = jagged(
        random, places("720,440 790,384 850,344 880,338 1110,336 1140,346 1210,396 1290,440"), 0.12
    )
    mountains(
        paper,
        rock,
        "#d6a873",
        "#a5744f",
        base=450,
        reach=40,
        haze=("#e8c08c", 0.4),
        hatch="#8a5b3f",
    )
    fortress(paper, 995, 342, 230, 62, "#e2b57c", "#9c6b48")
    for points, top, low in (
        (
            places("-20,428 200,446 430,416 700,452 1000,430 1290,448 1520,418 1700,440"),
            "#eec48a",
            "#d9a268",
        ),
        (
            places("-20,506 260,470 520,520 820,466 1120,528 1420,476 1700,520"),
            "#f0c07d",
            "#cf9056",
        ),
        (places("-20,566 180,596 560,524 900,614 1280,540 1700,612"), "#eeb56d", "#bd7a45"),
        (places("-20,690 380,612 760,700 1180,628 1500,690 1700,660"), "#e3a25c", "#8f5531"),
    ):
        dunes(paper, points, top, low)
    for x, y, size in places(
        "470,560,66 1200,596,84 1320,580,52 330,660,118 1010,690,96 700,640,54"
    ):
        bush(paper, x, y, size, "#4a3a2c", "#7d7a52", lean=1.4)
    wind = []
    for _ in range(90):
        x, y, long = random.uniform(LEFT, WIDTH), random.uniform(420, 700), random.uniform(70, 260)
        wind.append([(x + long * t / 12, y - sin(t / 12 * pi * 1.3 + x) * 5) for t in range(13)])
    paper.lay(paper.lines(wind, 1.2), "#fff0cf", 0.5)
    birds(paper, 560, 250, 5, 13, "#7a6a5c", 80)


def dunes(paper, points, top, low):
    """A row of dunes: soft on the side of the wind, a dark slip face behind each sharp crest."""
    random = paper.random
    line = []
    for (x, y), (to_x, to_y) in pairwise(points):
        for i in range(24):
            share = i / 24
            # Rises slowly to the crest and breaks off behind it.
            bent = share**1.35 if to_y < y else 1 - (1 - share) ** 1.7
            line.append((x + (to_x - x) * share, y + (to_y - y) * bent))
    line.append(points[-1])
    body = paper.mask(down_to(line))
    level = min(y for _, y in points)
    paper.lay(body, Down((level, top), (level + 170, low)))
    paper.hatch(body, mix(top, low, 0.75), angle=0.16, gap=6.5, strength=0.5, waver=3)
    faces = []
    for i, (x, y) in enumerate(points[1:-1], 1):
        if y < points[i - 1][1]:
            after = [(px, py) for px, py in line if x <= px <= points[i + 1][0]]
            drop = random.uniform(60, 120)
            curve = [
                (x - 60 * sin(t / 10 * pi) * 0.9 + 40 * t / 10, y + drop * 1.6 * t / 10)
                for t in range(11)
            ]
            end = after[-1]
            faces.append([*after, (end[0] - 40, end[1] + 26), *curve[::-1]])
    slip = both(body, paper.mask(*faces))
    slip = both(slip, fade((0, 1), (level + 60, 1), (level + 190, 0), (HEIGHT, 0)))
    paper.lay(slip, mix(low, "#5a3556", 0.5), 0.62)
    paper.line(line, mix(top, "#fff4d8", 0.65), 1.6)
