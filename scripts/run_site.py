"""`make run`: install, prepare the database and the files, then serve, with the worker beside.

Only the standard library: this makes the `.venv` that everything else runs in.
"""

import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from house import PYTHON, ROOT, install, stop

ENV_FILE = Path(os.environ.get("ENV_FILE") or ROOT / ".env")
LOOPBACK = re.compile(r"http://(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?/?")
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Asked(BaseException):
    """Someone asked the site to stop: Ctrl-C, a closed terminal, or SIGTERM."""


def main() -> None:
    for number in SIGNALS:
        signal.signal(number, _asked)
    try:
        port = free_port(os.environ.get("PORT") or "8000")
        install("requirements.txt")
        make_env_file(port)
        os.environ["SITE_URL"] = address(port)
        ready = subprocess.run([PYTHON, "manage.py", "prepare"], cwd=ROOT, start_new_session=True)
        if ready.returncode:
            raise SystemExit(ready.returncode)
        serve(port)
    except Asked:
        print("\nStopped.", flush=True)


def _asked(number, frame):
    # Once is enough: a second Ctrl-C must not interrupt the stopping itself.
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise Asked


def free_port(raw: str) -> int:
    """The port to serve on, if it is one and nothing listens there; else stop with a sentence."""
    if not (raw.isascii() and raw.isdigit() and 0 < int(raw) < 65536):
        stop(f"PORT={raw} is no port. Choose a number up to 65535: make run PORT=8001")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(raw)))
        except PermissionError:
            stop(f"Port {raw} is not for everyone. Choose one from 1024 up: make run PORT=8001")
        except OSError:
            other = 8001 if raw == "8000" else 8000
            stop(f"Port {raw} is in use. Stop what listens there, or: make run PORT={other}")
    return int(raw)


def make_env_file(port: int) -> None:
    """Write `.env` with a new secret key, readable by its owner alone; never over one."""
    lines = [
        "# Made by `make run`; .env.example says what each line means and what else can be set.",
        f"SECRET_KEY={secrets.token_urlsafe(64)}",
        "ALLOWED_HOSTS=127.0.0.1,localhost,[::1]",
        f"SITE_URL=http://127.0.0.1:{port}",
        "DEMO=true",
    ]
    try:
        file = os.open(ENV_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with open(file, "w") as out:
        out.write("\n".join(lines) + "\n")


def address(port: int) -> str:
    """The address of the site: SITE_URL, but on this machine itself with the port of this run."""
    named = os.environ.get("SITE_URL") or _in_env_file("SITE_URL")
    on_loopback = LOOPBACK.fullmatch(named)
    if not named or on_loopback:
        return f"http://{on_loopback[1] if on_loopback else '127.0.0.1'}:{port}"
    return named


def _in_env_file(name: str) -> str:
    found = re.search(rf"^{name}=(.*)$", ENV_FILE.read_text(), re.MULTILINE)
    return found[1].strip().strip("\"'") if found else ""


def serve(port: int) -> None:
    """Run the server and the worker until one of them ends or someone asks to stop."""
    granian = ["granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    granian += ["--workers", "1", "--blocking-threads", "4", "--no-ws", "--log-level", "warning"]
    with child("The server", [PYTHON, "-m", *granian, "config.wsgi:application"]) as server:
        with child("The worker", [PYTHON, "manage.py", "worker"]) as worker:
            wait_until_it_answers(port, server)
            site = os.environ["SITE_URL"]
            print(f"  The site   {site}/\n  The desk   {site}/admin/\n  Ctrl-C stops it.")
            watch(server, worker)


def watch(*processes):
    """Stop with a sentence as soon as one of the processes has ended."""
    while True:
        for process in processes:
            if process.poll() is not None:
                stop(f"{process.name} ended by itself (code {process.returncode}), see above.")
        time.sleep(0.2)


@contextmanager
def child(name: str, command: list):
    """A process in a group of its own, which ends with this block, whatever it started."""
    process = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
    process.name = name
    try:
        yield process
    finally:
        _end(process)


def _end(process) -> None:
    try:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=10)
    except ProcessLookupError:
        return
    except subprocess.TimeoutExpired:
        pass
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


def wait_until_it_answers(port: int, server) -> None:
    """Return when the site answers; stop when the server ended or a minute went by."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}/healthz")
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(request, timeout=30).close()
        except urllib.error.HTTPError:
            return  # an answer, if only "go to https"
        except OSError:
            time.sleep(0.1)
        else:
            return
    stop("The site did not start, see above.")


if __name__ == "__main__":
    sys.stdout.reconfigure(line_buffering=True)
    main()
