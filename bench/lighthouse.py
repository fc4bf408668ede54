"""Lighthouse on the pages that a stranger meets first, as a slow telephone would load them.

    .venv/bin/python bench/lighthouse.py

Needs node with npx, which fetches Lighthouse from npm, and Chromium (CHROME_PATH, or
/usr/bin/chromium). It starts the demo on a site of its own, as `make run` serves it, and asks for
the home page, a training, a report and the form to register: the four scores, the moment of the
largest contentful paint, how much moved, and what was sent without the pictures. Each page was
asked for once before, as the pages that strangers meet were: so it is a kept one. The slow line and
the slow processor are simulated by Lighthouse, but what it simulates from is measured here, so a
busy machine makes the scores of speed worse.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from serving import environment, granian, prepare, serving

PORT = 8766
PAGES = {
    "home": "/en/",
    "training": "/en/trainings/leveraging-volunteerism/",
    "report": "/en/reports/first-regional-training/",
    "registration": "/en/trainings/volunteers-for-clean-water/register/",
}
SCORES = ("performance", "accessibility", "best-practices", "seo")
CHROME = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
HEADINGS = ("page", "speed", "access", "practices", "seo", "LCP s", "CLS", "kB", "requests")


def main() -> None:
    npx = shutil.which("npx")
    if npx is None:
        sys.exit("Needs npx, which comes with node.")
    with tempfile.TemporaryDirectory() as folder:
        env = {**environment(folder, PORT, f"sqlite:///{folder}/db.sqlite3"), "DEMO": "true"}
        prepare(env)
        with serving(granian(PORT), env, PORT):
            print(*HEADINGS, sep="\t")
            for path in PAGES.values():
                urllib.request.urlopen(f"http://127.0.0.1:{PORT}{path}").close()
            for name, path in PAGES.items():
                print(name, *figures_of(looked_at(npx, path, Path(folder))), sep="\t", flush=True)
    print("load of the machine:", *os.getloadavg())


def looked_at(npx: str, path: str, folder: Path) -> dict:
    """What Lighthouse says of the page at `path`, as it writes it."""
    report = folder / "lighthouse.json"
    command = [npx, "--yes", "lighthouse", f"http://127.0.0.1:{PORT}{path}", "--quiet"]
    command += ["--output=json", f"--output-path={report}", f"--chrome-flags={CHROME}"]
    env = {"CHROME_PATH": "/usr/bin/chromium", **os.environ}
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    return json.loads(report.read_text(encoding="utf-8"))


def figures_of(found: dict) -> list:
    """The four scores of 100, seconds, shift, kilobytes and requests without pictures."""
    audits = found["audits"]
    sent = audits["network-requests"]["details"]["items"]
    without = [one for one in sent if one.get("resourceType") != "Image"]
    return [
        *(round(100 * found["categories"][name]["score"]) for name in SCORES),
        round(audits["largest-contentful-paint"]["numericValue"] / 1000, 2),
        round(audits["cumulative-layout-shift"]["numericValue"], 3),
        round(sum(one["transferSize"] for one in without) / 1000),
        len(without),
    ]


if __name__ == "__main__":
    main()
