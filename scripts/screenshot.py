"""Take the picture of the README anew, while `make run` shows the demo."""

import io
import sys

from house import ROOT
from PIL import Image
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(ROOT))
from tests import browser as chromium

TARGET = ROOT / "docs" / "screenshot.png"
LARGEST = 200_000  # bytes
SIZE = {"width": 1280, "height": 860}


def main(address: str) -> None:
    """Show the page at `address` at 1280 px and keep what stands above the fold."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.chromium(), args=chromium.launch_arguments()
        )
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        page.goto(address, wait_until="networkidle")
        shown = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        browser.close()
    # 256 colours weigh a third; dithered by the palette of the picture itself, nobody sees it.
    palette = shown.quantize(256)
    shown.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG).save(TARGET, optimize=True)
    if TARGET.stat().st_size > LARGEST:
        sys.exit(f"{TARGET.name} is larger than {LARGEST} bytes: show less of the page.")


if __name__ == "__main__":
    story = "http://127.0.0.1:8000/en/reports/first-regional-training/"
    main(sys.argv[1] if len(sys.argv) > 1 else story)
