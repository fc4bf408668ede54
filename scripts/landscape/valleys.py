"""Covers of valleys: orchards of Fergana, the Naryn, many valleys joined at night."""

from math import cos, hypot, pi, sin

from .houses import cottage, village
from .land import grass, hills, mountains, road, stones
from .lines import LEFT, RIGHT, bends, down_to, height_at, jagged, rolling
from .paper import HEIGHT, WIDTH, Down, both, fade, mix, places
from .sky import birds, cloud, sky, streaks
from .things import smoke, wires
from .trees import poplar, round_tree


def fergana_orchard(paper):
    """Apricot trees in flower in the Fergana valley, along a small canal."""
    random = paper.random
    sky(paper, (0, "#6fb0d2"), (200, "#b4d6dc"), (340, "#f3e6cc"), (420, "#fae3c4"))
    streaks(paper, "#ffffff", top=10, bottom=260, strength=0.7, edge=146, across=4, down=20)
    paper.glow(620, 300, 380, "#fff6dc", 0.7)
    back = jagged(
        random,
        places(
            "-20,322 200,276 380,318 560,258 740,306 900,236 1060,296 1240,250 1430,306 1700,268"
        ),
        0.26,
    )
    mountains(
        paper,
        back,
        "#b4cad2",
        "#8fb0c4",
        base=410,
        reach=58,
        snow=(318, "#fffdf6", "#cadbe6"),
        haze=("#f0e6d2", 0.85),
        hatch="#7a9fb8",
    )
    mid = rolling(places("-20,392 300,366 640,398 1000,370 1360,396 1700,374"))
    hills(paper, mid, Down((365, "#9fbfa8"), (440, "#b8cc9c")), haze=("#f2e8cf", 370, 440, 0.5))
    ground = rolling(places("-20,436 420,426 840,430 1260,424 1700,436"))
    hills(
        paper,
        ground,
        Down((424, "#b9cd84"), (520, "#8fb55f"), (620, "#5f9350"), (720, "#2f6a45")),
        hatch="#6fa153",
        strength=0.4,
        angle=0.04,
        gap=8,
    )
    for i in range(34):
        x = i * 52 + random.uniform(-9, 9)
        if not 800 < x < 900:
            poplar(paper, x, 440, random.uniform(62, 104), "#5f8f6c", "#a3c483")
    for x, size in ((330, 58), (424, 46), (1270, 56)):
        cottage(paper, x, 452, size, "#f2e2c2", "#a5653f", "#4d7f94")
    smoke(paper, 330, 412, 80, "#ffffff", 0.4)
    blossom = ["#d98a86", "#eeb0a5", "#f8d2c6", "#fff1ea"]
    banks = bends(places("690,742 800,640 838,560 846,500 850,452 850,432"))
    for row in range(8):
        near = (row / 7) ** 1.55
        y = 454 + 216 * near
        for side in (-1, 1):
            for k in range(4):
                x = 848 + side * ((36 + 232 * near) + k * (62 + 250 * near)) - 70 * near
                size = 38 + 176 * near
                if LEFT - 120 < x < RIGHT + 120:
                    paper.disc(x + size * 0.2, y, size * 0.5, mix("#5c8f4d", "#2a5d42", near), 0.13)
                    round_tree(paper, x, y, size, "#4a352b", blossom, 130 + int(150 * near))
        if row == 0:
            road(paper, banks, 250, 10, Down((430, "#dfc792"), (740, "#a9814f")))
            road(
                paper,
                banks,
                150,
                5,
                Down((430, "#e6f2ea"), (560, "#7cc0c4"), (740, "#1f8288")),
                "#f3e6c4",
            )
    for _ in range(50):
        near = random.random() ** 1.5
        y = 450 + 270 * near
        x = 848 - 120 * max(0, (y - 560) / 180) ** 1.4 + random.uniform(-1, 1) * (3 + 52 * near)
        paper.line(
            [(x, y), (x + 4 + 20 * near, y)],
            random.choice(["#d9efe8", "#2d8f95", "#f6d3c6"]),
            0.7 + near,
        )
    front = rolling(places("-20,690 400,708 800,760 1240,704 1700,684"))
    grass(paper, front, ["#2f6a45", "#558a4a", "#8bb05a", "#215640"], count=900, tall=(10, 32))
    for _ in range(240):
        # Petals on the grass and on the wind.
        x, y = random.uniform(LEFT, RIGHT), 470 + 250 * random.random() ** 0.8
        paper.disc(x, y, 0.8 + (y - 460) / 130, random.choice(blossom[1:]), 0.6)
    birds(paper, 980, 180, 7, 10, "#4d7895", 90)


def naryn_valley(paper):
    """The Naryn on a bright morning: poplars, brown slopes, snow at the head of the valley."""
    random = paper.random
    sky(paper, (0, "#3f86bd"), (220, "#9cc8dc"), (360, "#f2e8d0"))
    for x, y, size in ((420, 120, 110), (1260, 170, 130)):
        cloud(paper, x, y, size, "#fffdf6", "#c5d9e2")
    back = jagged(
        random,
        places(
            "-20,250 180,200 380,262 560,210 700,268 840,176 1000,262 1180,190 1380,258 "
            "1540,196 1700,250"
        ),
        0.32,
    )
    mountains(
        paper,
        back,
        "#a8c2cf",
        "#7298b2",
        base=470,
        reach=60,
        snow=(284, "#fffdf6", "#bcd3e2"),
        haze=("#e4e6da", 0.8),
        hatch="#587fa0",
    )
    for points, lit, dark, base in (
        (
            places("-20,250 220,300 460,372 640,420 800,452 960,420 1200,350 1440,282 1700,236"),
            "#b3b487",
            "#7c8f80",
            520,
        ),
        (
            places(
                "-20,330 180,372 400,450 600,500 780,540 900,540 1080,480 1330,398 1520,340 "
                "1700,310"
            ),
            "#c69c66",
            "#8d6b52",
            640,
        ),
    ):
        line = jagged(random, points, 0.2)
        mountains(
            paper, line, lit, dark, base=base, reach=54, haze=("#e7d3a8", 0.45), hatch="#5f5a4c"
        )
    valley = rolling(places("-20,520 300,548 840,520 1380,546 1700,512"))
    hills(
        paper,
        valley,
        Down((515, "#c3c486"), (620, "#8ca566"), (720, "#3a6a50")),
        hatch="#7f9a52",
        strength=0.35,
        angle=0.05,
    )
    paper.lay(
        both(paper.mask(down_to(valley)), fade((0, 0), (520, 0.25), (580, 0), (HEIGHT, 0))),
        "#fff0cc",
        0.6,
    )
    way = bends(places("420,745 760,668 1010,620 800,580 700,552 840,534 880,524"), 2)
    road(paper, way, 300, 14, Down((520, "#d6efea"), (580, "#58b3b5"), (740, "#0f7c7c")), "#efe7cf")
    for _ in range(90):
        x, y = random.choice(way)
        near = (y - 520) / 220
        x += random.uniform(-1, 1) * (6 + 110 * near**1.5)
        paper.line(
            [(x, y), (x + 6 + 36 * near, y)],
            random.choice(["#eafaf4", "#2d979b", "#9bd6d2"]),
            0.8 + near,
        )
    for i in range(15):
        x = 180 + i * 24 + random.uniform(-6, 6)
        poplar(paper, x, 590 + i * 0.8, random.uniform(90, 150), "#2f6a50", "#86ad5f")
    for i in range(12):
        x = 1210 + i * 30 + random.uniform(-6, 6)
        poplar(paper, x, 596 + i * 3, random.uniform(96, 168), "#2f6a50", "#86ad5f")
    stones(paper, places("1100,668,40 1150,684,26 1050,690,22 560,700,30"), "#dcd3bd", "#7d7c74")
    front = rolling(places("-20,640 260,690 620,760 1100,740 1420,690 1700,640"))
    hills(paper, front, Down((630, "#4f8550"), (720, "#1f5340")))
    grass(paper, front, ["#2f6a45", "#6c9a4e", "#a7b25c", "#1f5340"], count=1000, tall=(10, 30))
    wires(
        paper, places("60,640,210 330,584,130 500,552,86 612,534,58 690,524,40"), "#5b5348", arms=1
    )
    birds(paper, 930, 150, 7, 12, "#3f6a8a", 90)


def night_online(paper):
    """Night over many valleys: lit windows joined by arcs of light, like stars of one sign."""
    random = paper.random
    sky(paper, (0, "#060f26"), (220, "#0f2347"), (400, "#1d4a74"), (500, "#2b6f86"))
    for _ in range(300):
        x, y = random.uniform(0, WIDTH), random.random() ** 1.3 * 420
        size = random.choice([0.6, 0.7, 0.9, 1.2, 1.7])
        paper.disc(
            x,
            y,
            size,
            mix(random.choice(["#ffffff", "#ffe9c4", "#bfe3ee"]), "#0f2347", 0.1 + y / 640),
        )
    streaks(paper, "#2f6d93", top=0, bottom=300, strength=0.28, edge=138, across=6, down=14)
    paper.glow(1180, 120, 190, "#cfe2f0", 0.45)
    paper.disc(1180, 120, 40, "#fbf3dc")
    for x, y, size in places("1168,110,8 1192,130,6 1186,102,4 1170,134,4"):
        paper.disc(x, y, size, "#e9dfc6")
    ranges = (
        (
            places(
                "-20,330 170,262 330,322 500,232 650,300 800,218 960,302 1120,246 1300,318 "
                "1480,250 1700,310"
            ),
            "#2b557c",
            "#1d4067",
            440,
        ),
        (
            places("-20,392 210,420 430,350 640,414 860,366 1080,424 1300,356 1500,412 1700,366"),
            "#1f4568",
            "#14314f",
            520,
        ),
        (
            places("-20,500 250,440 520,506 800,450 1080,512 1340,446 1700,500"),
            "#17375a",
            "#0e2542",
            600,
        ),
        (places("-20,560 300,590 640,532 1000,596 1320,540 1700,590"), "#112a49", "#0a1c36", 680),
        (
            places("-20,690 260,630 560,690 860,640 1160,690 1450,626 1700,680"),
            "#0c1f3b",
            "#071429",
            760,
        ),
    )
    nodes = []
    for i, (points, lit, dark, base) in enumerate(ranges):
        line = jagged(random, points, 0.3 - 0.05 * i)
        snow = (312, "#b9d3e6", "#6d94b8") if i == 0 else None
        mountains(
            paper,
            line,
            lit,
            dark,
            base=base,
            reach=66,
            light=1,
            snow=snow,
            haze=("#2f7a8c" if i < 3 else "#1d4f6c", 0.42),
            hatch="#0c2340",
            spurs=0 if i else 1,
        )
        if i:
            valleys = [
                (x, y)
                for x, y in points[1:-1]
                if y == max(q for p, q in points if abs(p - x) < 240)
            ]
            for x, _ in valleys:
                nodes.append(village(paper, x, height_at(line, x) + 26 + i * 7, 40 + i * 26))
    arcs = []
    for one in nodes:
        east = [other for other in nodes if 110 < other[0] - one[0] < 560]
        for other in sorted(east, key=lambda node: hypot(node[0] - one[0], 2 * (node[1] - one[1])))[
            :2
        ]:
            rise = 30 + (other[0] - one[0]) * 0.3
            arcs.append(
                [
                    (
                        one[0] + (other[0] - one[0]) * t / 40,
                        one[1] + (other[1] - one[1]) * t / 40 - rise * sin(pi * t / 40),
                    )
                    for t in range(41)
                ]
            )
    for curve in arcs:
        paper.lay(paper.lines([curve], 3.6), "#6cc7bf", 0.13)
        paper.line(curve, random.choice(["#7fd6cd", "#f3b25f", "#bfe9e2"]), 1.1)
        for t in (10, 20, 30):
            paper.disc(*curve[t], 2.1, "#fff3d6")
    for x, y in nodes:
        paper.glow(x, y, 46, "#ffd28a", 0.85)
        star = [
            (
                x + cos(k * pi / 8) * (9 if k % 2 == 0 else 6.9),
                y + sin(k * pi / 8) * (9 if k % 2 == 0 else 6.9),
            )
            for k in range(16)
        ]
        paper.shape(star, "#fff1cf")
        paper.disc(x, y, 3.1, "#d8642a")
