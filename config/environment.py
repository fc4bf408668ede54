"""Reading settings from the environment; what cannot be read stops the start with a sentence."""

import os
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off", ""}


def load(folder: Path) -> environ.Env:
    """The environment, completed by the file ENV_FILE, or by `.env` in `folder`, if it is there.

    What the environment already says is never overwritten by the file.
    """
    path = Path(os.environ.get("ENV_FILE") or folder / ".env")
    if path.is_file():
        environ.Env.read_env(path)
    return environ.Env()


def boolean(env: environ.Env, name: str, *, default: bool = False) -> bool:
    """True or false from the variable `name`; anything else stops the start."""
    raw = env.str(name, default="yes" if default else "no").strip().lower()
    if raw in YES:
        return True
    if raw in NO:
        return False
    raise ImproperlyConfigured(f"{name}={raw} can't be read. Set {name}=true or {name}=false.")


def whole_number(env: environ.Env, name: str, *, default: int) -> int:
    """A whole number of 0 or more from the variable `name`; anything else stops the start."""
    raw = env.str(name, default=str(default)).strip()
    if raw.isascii() and raw.isdigit():
        return int(raw)
    raise ImproperlyConfigured(f"{name}={raw} can't be read. Set {name} to a whole number.")


def secret_key(env: environ.Env, *, debug: bool) -> str:
    """The signing key: at least 50 characters, required unless `debug`."""
    key = env.str("SECRET_KEY", default="")
    if not key and debug:
        return "django-insecure-only-for-debug-on-a-developers-own-machine"
    if len(key) < 50 or key.startswith("django-insecure"):
        raise ImproperlyConfigured(
            "SECRET_KEY is missing, too short or a default. Set SECRET_KEY to 50 random characters "
            "or more; `make run` writes one into .env."
        )
    return key


def allowed_hosts(env: environ.Env, *, debug: bool) -> list[str]:
    """The host names the site answers to; required unless `debug`, and never `*`."""
    hosts = [host for host in env.list("ALLOWED_HOSTS", default=[]) if host]
    if not hosts and debug:
        return ["localhost", "127.0.0.1", "[::1]"]
    if not hosts or "*" in hosts:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS is missing or allows everything. Set ALLOWED_HOSTS to the host names of "
            "this site, such as ALLOWED_HOSTS=hashar.example.org."
        )
    return hosts


def site_url(env: environ.Env) -> str:
    """The public address of the site, `http(s)://host[:port]` without a path or a final slash."""
    raw = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
    parts = urlsplit(raw)
    try:
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable or parts.path or parts.query or parts.fragment or parts.username:
        raise ImproperlyConfigured(
            f"SITE_URL={raw} can't be read. Set SITE_URL to an address such as "
            "https://hashar.example.org."
        )
    return raw


def needs_https(url: str) -> bool:
    """Whether cookies, redirects and HSTS must insist on https: always, but for http on loopback."""
    parts = urlsplit(url)
    return parts.scheme == "https" or not is_loopback(parts.hostname or "")


def is_loopback(host: str) -> bool:
    """Whether `host` (a name or an IP address) is this machine itself."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def database(env: environ.Env, default: Path) -> dict:
    """Django's settings for the database of DATABASE_URL, or for a SQLite file at `default`."""
    try:
        settings = env.db_url("DATABASE_URL", default=f"sqlite:///{default}")
    except (ValueError, ImproperlyConfigured) as error:
        raise ImproperlyConfigured(
            "DATABASE_URL can't be read. Use postgres://name:password@host:5432/database or "
            "sqlite:////full/path/of/the/file."
        ) from error
    engine = settings.get("ENGINE", "")
    if engine.endswith("sqlite3"):
        # The default deferred transactions of SQLite fail at once when two writers meet.
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
        }
    elif engine.endswith("postgresql"):
        settings["OPTIONS"] = {"pool": True, **settings.get("OPTIONS", {})}
    else:
        raise ImproperlyConfigured("DATABASE_URL must begin with postgres:// or sqlite://.")
    return settings
