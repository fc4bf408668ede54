"""Pin all requirements in one resolution: `*.in` says what is wanted, `*.txt` what is installed.

Nothing is upgraded by halves: all three files come out of one run, so base, extras and tests never
ask for two versions of the same package.
"""

import json
import subprocess
import tempfile
from pathlib import Path

from house import PYTHON, ROOT, install, stop

FILES = ["requirements", "requirements-extras", "requirements-test"]


def resolve(names: list[str], *, constraints: Path | None = None) -> dict[str, str]:
    """The versions, by name, that installing the `.in` files of `names` into nothing would take."""
    command = [PYTHON, "-m", "pip", "install", "-qq", "--dry-run", "--ignore-installed"]
    command += ["--report", "-"]
    for name in names:
        command += ["-r", ROOT / f"{name}.in"]
    if constraints:
        command += ["-c", constraints]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if run.returncode:
        stop("The requirements can't be resolved, see above.")
    found = [each["metadata"] for each in json.loads(run.stdout)["install"]]
    return {each["name"].lower().replace("_", "-"): each["version"] for each in found}


def write(name: str, pins: dict[str, str], *, after: list[str]) -> None:
    lines = [f"# Made by `make lock` from {name}.in; not for hands."]
    lines += [f"-r {each}.txt" for each in after]
    lines += [f"{package}=={version}" for package, version in sorted(pins.items())]
    (ROOT / f"{name}.txt").write_text("\n".join(lines) + "\n")


def main() -> None:
    install()
    together = resolve(FILES)
    with tempfile.TemporaryDirectory() as folder:
        constraints = Path(folder, "together.txt")
        constraints.write_text("".join(f"{name}=={pin}\n" for name, pin in together.items()))
        base = resolve(FILES[:1], constraints=constraints)
        write(FILES[0], base, after=[])
        for name in FILES[1:]:
            more = resolve([FILES[0], name], constraints=constraints)
            pins = {package: pin for package, pin in more.items() if package not in base}
            write(name, pins, after=FILES[:1])


if __name__ == "__main__":
    main()
