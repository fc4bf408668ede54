"""A PostgreSQL of its own for one run of the tests: in a temporary folder, gone afterwards."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAMS = ("initdb", "postgres")
# The data lasts one run: nothing has to survive a power failure.
SPEED = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
}


def programs() -> Path | None:
    """The folder with PostgreSQL's server programs, the newest first; None without any."""
    found = shutil.which("postgres")
    folders = [Path(found).resolve().parent] if found else []
    asked = shutil.which("pg_config")
    if asked:
        run = subprocess.run([asked, "--bindir"], capture_output=True, text=True)
        folders.append(Path(run.stdout.strip()))
    versions = Path("/usr/lib/postgresql").glob("[0-9]*/bin")
    folders += sorted(versions, key=lambda path: float(path.parent.name), reverse=True)
    for folder in folders:
        if all(os.access(folder / name, os.X_OK) for name in PROGRAMS):
            return folder
    return None


def somebody() -> dict:
    """Whom PostgreSQL runs as: root, whom it refuses, becomes `postgres` or `nobody`."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise OSError("there is no user to run it as: neither postgres nor nobody exists")


@contextmanager
def cluster() -> Iterator[str]:
    """Run PostgreSQL on a socket in a temporary folder; gives its DATABASE_URL.

    Raises OSError with the reason when it does not start.
    """
    bin_folder = programs()
    if bin_folder is None:
        raise OSError("no server programs were found: install postgresql, or set TEST_DATABASE_URL")
    whom = somebody()
    # A socket's path may have about 100 letters: not below a long TMPDIR.
    folder = Path(tempfile.mkdtemp(prefix="hashar-pg-", dir="/tmp"))
    try:
        if whom:
            os.chown(folder, whom["user"], whom["group"])
        yield from _serve(bin_folder, folder, whom)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _serve(bin_folder: Path, folder: Path, whom: dict) -> Iterator[str]:
    data, log = folder / "data", folder / "log"
    options = ["--username=hashar", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
    made = subprocess.run(
        [bin_folder / "initdb", *options, "-D", data],
        cwd=folder, capture_output=True, text=True, start_new_session=True, **whom,
    )  # fmt: skip
    if made.returncode:
        raise OSError(f"initdb failed: {made.stderr.strip()}")
    settings = {"listen_addresses": "", "unix_socket_directories": folder, **SPEED}
    switches = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    with log.open("w") as out:
        server = subprocess.Popen(
            [bin_folder / "postgres", "-D", data, *switches],
            cwd=folder, stdout=out, stderr=out, start_new_session=True, **whom,
        )  # fmt: skip
    try:
        for _attempt in range(300):
            if server.poll() is not None:
                raise OSError(f"postgres ended: {log.read_text().strip()[-500:]}")
            if "ready to accept connections" in log.read_text():
                break
            time.sleep(0.1)
        else:
            raise OSError("postgres was not ready within 30 seconds")
        yield f"postgres://hashar@/{folder}/postgres"
    finally:
        # SIGINT is its fast shutdown: connections are cut, memory is given back.
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()
