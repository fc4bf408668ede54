"""Serving the site to measure it: a site of its own, started, waited for and stopped."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST_START = 30  # seconds


def environment(folder: str, port: int, database: str) -> dict[str, str]:
    """What the site is told: the database of this URL, and folders of nobody else."""
    return {
        **os.environ,
        "ENV_FILE": os.devnull,
        "SECRET_KEY": secrets.token_urlsafe(64),
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_URL": f"http://127.0.0.1:{port}",
        "DATABASE_URL": database,
        "MEDIA_ROOT": f"{folder}/media",
        "PRIVATE_ROOT": f"{folder}/private",
    }


def prepare(env: dict[str, str]) -> None:
    """Bring the database and the static files up to date."""
    command = [sys.executable, "manage.py", "prepare"]
    subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)


def granian(port: int, processes: int = 1) -> list[str]:
    """The server as scripts/run_site.py starts it."""
    return [
        *["granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--no-ws"],
        *["--workers", str(processes), "--blocking-threads", "4", "--log-level", "warning"],
        "config.wsgi:application",
    ]


@contextmanager
def serving(server: list[str], env: dict[str, str], port: int):
    """The process of the server once the site answers; it leads a session of its own."""
    command = [sys.executable, "-m", *server]
    process = subprocess.Popen(command, cwd=ROOT, env=env, start_new_session=True)
    try:
        until = time.monotonic() + LONGEST_START
        while not answers(port):
            if process.poll() is not None or time.monotonic() > until:
                sys.exit(f"{server[0]} did not start.")
            time.sleep(0.02)
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def answers(port: int) -> bool:
    """Whether a small page comes back."""
    request = f"GET /robots.txt HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as probe:
            probe.sendall(request.encode())
            return b" 200 " in probe.recv(64)
    except OSError:
        return False
