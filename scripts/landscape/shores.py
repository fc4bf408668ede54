"""Covers of the shores: Issyk-Kul, and the Aral that went away."""

from .land import hills, mountains, stones, water
from .lines import LEFT, RIGHT, disc_outline, down_to, jagged, rolling
from .paper import HEIGHT, Down, both, fade, mix, places
from .sky import birds, sky, streaks
from .trees import bush
from .vehicles import beached_boat, boat, old_ship


def issyk_kul(paper):
    """Issyk-Kul in the afternoon: snow beyond the water, a boat on the beach."""
    random = paper.random
    sky(paper, (0, "#2f74ae"), (200, "#78b2d4"), (330, "#cfe3e4"), (390, "#f0e6cf"))
    streaks(paper, "#ffffff", top=20, bottom=230, strength=0.75, edge=150, across=4, down=22)
    back = jagged(
        random,
        places(
            "-20,300 120,268 260,302 410,238 560,286 690,222 840,176 960,244 1090,212 "
            "1230,272 1390,234 1530,290 1700,256"
        ),
        0.3,
    )
    mountains(
        paper,
        back,
        "#a9c0cd",
        "#7398b4",
        base=372,
        reach=52,
        snow=(312, "#fffdf5", "#b4cfe1"),
        haze=("#dce8e6", 0.85),
        hatch="#5a83a6",
    )
    shore = jagged(
        random, places("-20,352 230,340 480,358 760,346 1050,360 1340,338 1700,352"), 0.1
    )
    mountains(paper, shore, "#8fae9f", "#6f9598", base=384, reach=60, haze=("#cfdfd8", 0.5))
    water(
        paper,
        376,
        600,
        Down((376, "#9bd0d4"), (430, "#3f9fb4"), (520, "#14738f"), (600, "#0f7c7c")),
        ("#7cc7cf", "#0f5f80"),
        count=420,
        glint=(880, 170, "#eefaf5"),
    )
    for i in range(46):
        # The snow looks at itself in the calm near the far shore.
        x, y = random.gauss(840, 210), 380 + random.random() ** 2 * 60
        paper.line([(x - 22, y), (x + 22, y)], mix("#ffffff", "#9bd0d4", 0.15 + i / 80), 1)
    beach = rolling(places("-20,546 260,590 560,574 860,606 1180,580 1440,604 1700,560"))
    foam = [(x, y - 7) for x, y in beach]
    paper.line(foam, "#d9f1ee", 5)
    hills(
        paper,
        beach,
        Down((540, "#f1dcb0"), (620, "#e0bd85"), (720, "#b98a58")),
        hatch="#c79f69",
        strength=0.4,
        angle=0.06,
        gap=8,
    )
    paper.line(beach, "#ffffff", 3)
    paper.speckle(
        both(paper.mask(down_to(beach)), fade((0, 0), (600, 0.2), (720, 1))),
        "#8d6439",
        0.55,
        share=0.26,
        coarse=1.5,
    )
    boat(paper, 640, 496, 60, "#f6efe0", "#b64c13")
    paper.shape(places("643,492 642,430 676,486"), "#fbf6ea")
    paper.shape(places("639,488 640,440 618,486"), "#e7b27a")
    boat(paper, 1010, 458, 26, "#f6efe0", "#1d4e89")
    beached_boat(paper, 850, 668)
    for x, y, size in places(
        "1220,640,34 1262,652,22 1188,654,18 430,640,24 398,650,15 1340,700,30 560,706,20"
    ):
        stones(paper, [(x, y, size)], "#d5cfc0", "#7e7f80")
    for edge, side in ((-10, 1), (1690, -1)):
        for _ in range(150):
            x = edge + side * abs(random.gauss(0, 120))
            y = random.uniform(640, 740) - abs(x - edge) * 0.1
            long = random.uniform(60, 150)
            tip = (x + random.uniform(-14, 26), y - long)
            paper.shape(
                [(x - 1.6, y + 30), tip, (x + 1.6, y + 30)],
                random.choice(["#6d7f45", "#93904f", "#4c6a40", "#bfa65e"]),
            )
    birds(paper, 990, 250, 9, 12, "#f7fbfa", 120)


def aral_horizon(paper):
    """A ship on the dry floor of the Aral, saxaul planted around it, the water far off."""
    random = paper.random
    sky(
        paper,
        (0, "#274f86"),
        (190, "#6c9dbd"),
        (330, "#e9c9a0"),
        (400, "#f6dcb0"),
        (436, "#f9e6c4"),
    )
    streaks(paper, "#f5d0a6", top=40, bottom=390, strength=0.8, edge=146, across=4, down=24)
    streaks(paper, "#fff6e4", top=150, bottom=410, strength=0.5, edge=166, across=3, down=44)
    paper.glow(560, 398, 420, "#fff1cb", 0.9, 0.7)
    paper.disc(560, 402, 36, "#fffae8")
    water(
        paper,
        430,
        462,
        Down((430, "#dfe6d8"), (446, "#5fa3b0"), (462, "#2f8090")),
        ("#b5d8d4", "#1b6d84"),
        count=160,
        glint=(560, 90, "#fff4d2"),
    )
    shore = rolling(places("-20,456 420,464 760,452 1200,466 1700,454"))
    hills(
        paper,
        shore,
        Down((452, "#f3dfb6"), (520, "#dfbb85"), (620, "#c4965f"), (720, "#8f6440")),
        hatch="#b98c58",
        strength=0.42,
        angle=0.03,
        gap=7.5,
    )
    salt = []
    for _ in range(46):
        near = random.random() ** 1.3
        y, size = 468 + 236 * near, 22 + 95 * near
        salt.append(disc_outline(random.uniform(LEFT, RIGHT), y, size, 0.055))
    paper.lay(paper.mask(*salt), "#fff6e2", 0.36)
    rows = []
    for row in range(9):
        y = 476 + row * row * 3.1
        gap = 26 + row * 15
        rows += [
            (840 + (i - 24 + (row % 2) / 2) * gap + random.uniform(-4, 4), y, 9 + row * 5.2)
            for i in range(49)
        ]
    for x, y, size in rows:
        if LEFT < x < RIGHT and not 600 < x < 1190 and y < 690:
            bush(paper, x, y, size * random.uniform(0.8, 1.3), "#4f5a3a", "#8b935a")
    paper.shape(places("470,640 700,604 1120,600 1330,634 1100,660 640,664"), "#6f4a36", 0.45)
    old_ship(paper, 880, 610, 520, "#b4532a", "#6a2f22", "#e0b58a")
    drift = rolling(places("560,640 700,606 860,624 1010,602 1180,628 1260,646"))
    sand = both(
        paper.mask([*drift, (1260, 690), (560, 690)]), fade((0, 1), (612, 1), (668, 0), (HEIGHT, 0))
    )
    paper.lay(sand, "#d8b07a")
    for x, y, size in places(
        "560,668,66 1220,672,78 1010,690,56 720,700,82 330,690,104 1440,700,110"
    ):
        bush(paper, x, y, size, "#465236", "#8f9a5c")
    paper.speckle(
        both(paper.mask(down_to(shore)), fade((0, 0), (560, 0.1), (720, 1))),
        "#6a4527",
        0.5,
        share=0.25,
        coarse=1.5,
    )
    birds(paper, 1000, 250, 8, 13, "#38506a", 110)
