"""Draw the covers of the demo: landscapes of Central Asia at several hours of the day.

    python scripts/covers.py [NAME ...]

writes demo/covers/NAME.webp, 1680 by 720, all of them when no name is given. Needs Pillow alone:
no photograph and no outside picture goes in, so no licence is in question. Each drawing has its own
seed, and the same Pillow draws the same picture again.
"""

import sys
from pathlib import Path

from landscape import heights, plains, shores, towns, valleys
from landscape.paper import Paper

COVERS = Path(__file__).resolve().parent.parent / "demo" / "covers"
MOST_BYTES = 90_000

# What each draws, and the seed it looks best with.
DRAWINGS = {
    "steppe-dawn": (plains.steppe_dawn, 4),
    "alatau-day": (heights.alatau_day, 7),
    "pamir-dusk": (heights.pamir_dusk, 5),
    "issyk-kul": (shores.issyk_kul, 5),
    "desert-wind": (plains.desert_wind, 6),
    "aral-horizon": (shores.aral_horizon, 2),
    "bishkek-evening": (towns.bishkek_evening, 8),
    "samarkand-noon": (towns.samarkand_noon, 9),
    "fergana-orchard": (valleys.fergana_orchard, 1),
    "night-online": (valleys.night_online, 11),
    "naryn-valley": (valleys.naryn_valley, 12),
}


def save(cover, path):
    """Write the picture as WebP at quality 80, or the best below that keeps it under the limit."""
    for quality in range(80, 39, -4):
        cover.save(path, quality=quality, method=6)
        if path.stat().st_size <= MOST_BYTES:
            return quality
    raise ValueError(f"{path.name} stays over {MOST_BYTES} bytes; draw it with less detail.")


def main(names):
    """Draw these covers and print what each weighs in bytes."""
    COVERS.mkdir(parents=True, exist_ok=True)
    for name in names or DRAWINGS:
        draw, seed = DRAWINGS[name]
        paper = Paper(seed)
        draw(paper)
        path = COVERS / f"{name}.webp"
        quality = save(paper.finished(), path)
        print(f"{path.stat().st_size:7d}  {name} (quality {quality})", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
