"""What the commands of the Makefile share: a Python that is new enough, and the `.venv`.

Only the standard library: this runs before anything is installed. What stands above the call of
`need_python` must be readable to an old Python 3, so that it can be told what is missing.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)

NO_PIP = """This Python comes without pip, so nothing can be installed.
On Debian and Ubuntu: apt install python3-venv. Then run this again."""


def stop(sentence, code=1):
    """End with a sentence on standard error that says what to do next."""
    print(sentence, file=sys.stderr, flush=True)
    raise SystemExit(code)


def need_python():
    """Go on under a Python that is new enough, if the machine has one; else stop and say so."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(OLDEST[1] + 9, OLDEST[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer and subprocess.call([newer, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            os.execv(newer, [newer, *sys.argv])
    own = f"{sys.version_info[0]}.{sys.version_info[1]}"
    stop(
        f"Hashar needs Python 3.11 or newer, and this is {own}. "
        "Install a newer one, or name it: make run PYTHON=/path/of/python3.11"
    )


need_python()


def install(*files: str) -> None:
    """Have `.venv` hold what the requirement `files` name; at once when it already does.

    A stamp is written after each file is in, so that an interrupted installation is taken up again.
    """
    if not _works():
        print("Making .venv", flush=True)
        _make_venv()
    for name in files:
        stamp = VENV / f".installed-{name}"
        wanted = _fingerprint(name)
        if stamp.is_file() and stamp.read_text() == wanted:
            continue
        print(f"Installing what {name} names", flush=True)
        options = ["-qq", "--no-input", "--disable-pip-version-check"]
        if subprocess.run([*_pip(), "install", *options, "-r", str(ROOT / name)]).returncode:
            stop(f"Installing {name} failed, see above. Look at the network, then run this again.")
        stamp.write_text(wanted)


def _works() -> bool:
    """Whether `.venv` has a Python that starts; a moved or half-made one does not count."""
    if not PYTHON.exists():
        return False
    check = "import sys; sys.exit(sys.version_info < (3, 11) or sys.prefix != sys.argv[1])"
    run = subprocess.run([PYTHON, "-c", check, str(VENV)], capture_output=True)
    return run.returncode == 0


def _make_venv() -> None:
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True
    )
    if made.returncode == 0:
        return
    # Debian keeps ensurepip in a package of its own; the pip of this Python can serve instead.
    bare = [sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)]
    if subprocess.run(bare, capture_output=True).returncode:
        stop(made.stdout + made.stderr)
    _pip()


def _pip() -> list[str]:
    """The command that installs into `.venv`: its own pip, or that of this Python."""
    own = [str(PYTHON), "-m", "pip"]
    if subprocess.run([*own, "--version"], capture_output=True).returncode == 0:
        return own
    outer = [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    if subprocess.run([*outer, "--version"], capture_output=True).returncode == 0:
        return outer
    return stop(NO_PIP)


def _fingerprint(name: str) -> str:
    """What `name` and the files it includes ask for, under the Python of `.venv`."""
    included = [line[3:].strip() for line in (ROOT / name).open() if line.startswith("-r ")]
    parts = [(ROOT / each).read_bytes() for each in [name, *included]]
    parts.append(os.fsencode(os.path.realpath(PYTHON)))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


if __name__ == "__main__":
    install(*sys.argv[1:])
