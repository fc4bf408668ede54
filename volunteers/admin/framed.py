"""Showing the HTML of a letter inside a page of the desk, without letting it do anything there.

It stands in a frame with `sandbox`, whose document inherits the policy of the page around it: no
script runs and nothing is fetched from elsewhere. The one style sheet of the letter is let in by
its hash.
"""

import base64
import hashlib
import re

from django.http import HttpResponse

STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def allow_style_of(html: str, response: HttpResponse) -> HttpResponse:
    """`response`, which shows `html` in a frame, with the style sheets in it allowed."""
    # A browser hashes a sheet as it parsed it, with plain line ends.
    sheets = [sheet.replace("\r\n", "\n").encode() for sheet in STYLE.findall(html)]
    hashes = [base64.b64encode(hashlib.sha256(sheet).digest()).decode() for sheet in sheets]
    response._csp_update = {"style-src": [f"'sha256-{each}'" for each in hashes]}  # type: ignore[attr-defined]
    return response
