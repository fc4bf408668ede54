"""The strings of the interface, gathered once: reading all of the code takes seconds."""

import sys
from functools import cache

from tests.house.starting import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import messages

strings = cache(messages.strings)
