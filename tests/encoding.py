"""A picture is encoded once in a run of the tests; who asks for the same again gets those bytes.

Encoding the demo's pictures took half of each of its loadings, and each leg loads it eight times.
"""

import hashlib
import os
from functools import wraps
from pathlib import Path


def kept_in(folder: Path, encoded):
    """`encoded` of trainings.pictures.making, asked once for the same pixels and settings.

    The answers lie in `folder`, which processes may share and which ends with the run.
    """

    @wraps(encoded)
    def once(image, ending: str, **options) -> bytes:
        asked = (image.mode, image.size, image.info, ending, options)
        name = hashlib.sha256(repr(asked).encode() + image.tobytes()).hexdigest()
        kept = folder / name
        if not kept.is_file():
            written = folder / f"{name}.{os.getpid()}"
            written.write_bytes(encoded(image, ending, **options))
            written.replace(kept)
        return kept.read_bytes()

    return once
