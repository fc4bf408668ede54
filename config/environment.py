"""Reading settings from the environment; what cannot be read stops the start with a sentence.

Each function takes the name of a variable, or reads the one it is named after. A variable that is
empty counts as not set. `.env.example` documents them all.
"""

import os
import re
from email.utils import parseaddr
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import environ
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import EmailValidator

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off"}


def load(folder: Path) -> None:
    """Complete the environment by the file ENV_FILE, or by `.env` in `folder`, if it is there.

    What the environment already says is never overwritten by the file.
    """
    path = Path(text("ENV_FILE") or folder / ".env")
    if path.is_file():
        environ.Env.read_env(path)


def text(name: str, default: str = "") -> str:
    """The variable `name` without spaces around it, or `default`."""
    return os.environ.get(name, "").strip() or default


def boolean(name: str, *, default: bool = False) -> bool:
    """True or false from the variable `name`; anything else stops the start."""
    raw = text(name, "yes" if default else "no")
    if raw.lower() in YES:
        return True
    if raw.lower() in NO:
        return False
    raise ImproperlyConfigured(f"{name}={raw} can't be read. Set {name}=true or {name}=false.")


def whole_number(name: str, *, default: int) -> int:
    """A whole number, 0 or more, from the variable `name`; anything else stops the start."""
    raw = text(name, str(default))
    if not (raw.isascii() and raw.isdigit()):
        raise ImproperlyConfigured(f"{name}={raw} can't be read. Set {name} to a whole number.")
    return int(raw)


def secret_key(*, debug: bool) -> str:
    """The signing key SECRET_KEY: at least 50 characters, required unless `debug`."""
    key = text("SECRET_KEY")
    if not key and debug:
        return "django-insecure-only-for-debug-on-a-developers-own-machine"
    # The rule of Django's own check W009, which only warns.
    if len(key) < 50 or len(set(key)) < 5 or key.startswith("django-insecure"):
        raise ImproperlyConfigured(
            "SECRET_KEY is missing, too short or a default. Set SECRET_KEY to 50 random characters "
            "or more; `make run` writes one into .env."
        )
    return key


def allowed_hosts(*, debug: bool) -> list[str]:
    """The host names of ALLOWED_HOSTS; required unless `debug`, and never `*`."""
    hosts = [host.strip() for host in text("ALLOWED_HOSTS").split(",") if host.strip()]
    if not hosts and debug:
        return ["localhost", "127.0.0.1", "[::1]"]
    if not hosts or "*" in hosts:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS is missing or allows everything. Set ALLOWED_HOSTS to the host names of "
            "this site, such as ALLOWED_HOSTS=hashar.example.org."
        )
    for host in hosts:
        if "/" in host or re.search(r":\d*$", host):
            raise ImproperlyConfigured(
                f"ALLOWED_HOSTS={host} can't be read. Write host names alone, without https:// and "
                "without a port, such as ALLOWED_HOSTS=hashar.example.org."
            )
    return hosts


def site_url() -> str:
    """The public address SITE_URL: `http(s)://host[:port]` without a path or a final slash."""
    raw = text("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
    try:
        parts = urlsplit(raw)
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable or parts.path or parts.query or parts.fragment or "@" in parts.netloc:
        raise ImproperlyConfigured(
            f"SITE_URL={raw} can't be read. Set SITE_URL to an address without a path, such as "
            "SITE_URL=https://hashar.example.org."
        )
    return raw


def needs_https(url: str) -> bool:
    """Whether cookies, redirects and HSTS insist on https: always, but for http on loopback."""
    parts = urlsplit(url)
    return parts.scheme == "https" or not is_loopback(parts.hostname or "")


def only_here(url: str, hosts: list[str]) -> bool:
    """Whether the site answers on this machine itself and nowhere else, without https."""
    return not needs_https(url) and all(is_loopback(host.strip("[]")) for host in hosts)


def is_loopback(host: str) -> bool:
    """Whether `host` (a name or an IP address) is this machine itself."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def time_zone() -> str:
    """The IANA name TIME_ZONE, in which the desk shows moments."""
    name = text("TIME_ZONE", "Asia/Almaty")
    if name not in available_timezones():
        raise ImproperlyConfigured(
            f"TIME_ZONE={name} is not known. Set TIME_ZONE to a name such as Asia/Almaty."
        )
    return name


def database(default: Path) -> dict:
    """Django's settings for the database of DATABASE_URL, or for a SQLite file at `default`."""
    unreadable = ImproperlyConfigured(
        "DATABASE_URL can't be read. Set DATABASE_URL to "
        "postgres://name:password@host:5432/database or sqlite:////full/path/of/the/file."
    )
    url = text("DATABASE_URL")
    if url and urlsplit(url).scheme not in {"sqlite", "postgres", "postgresql"}:
        raise unreadable
    try:
        # Not through a URL: the folder of a checkout may hold signs that mean something in one.
        named: dict = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(default)}
        settings = environ.Env.db_url_config(url) if url else named
    except ValueError as error:
        raise unreadable from error
    if settings["NAME"] in {"", ":memory:"}:
        raise unreadable
    if settings["ENGINE"].endswith("sqlite3"):
        # The default deferred transactions of SQLite fail at once when two writers meet.
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
        }
    else:
        # Plans are kept from the third time on: half of what the server does for a registration.
        planned = {"server_side_binding": True, "prepare_threshold": 3}
        settings["OPTIONS"] = {"pool": True, **planned, **settings.get("OPTIONS", {})}
    return settings


def cache() -> dict:
    """Django's settings for the cache of CACHE_URL: in memory, or one Redis for all machines."""
    url = text("CACHE_URL", "locmemcache://")
    scheme = urlsplit(url).scheme
    if scheme not in {"locmemcache", "redis", "rediss"}:
        raise ImproperlyConfigured(
            f"CACHE_URL={url} can't be read. Set CACHE_URL to locmemcache:// or to an address such "
            "as redis://127.0.0.1:6379/0."
        )
    if scheme != "locmemcache" and not find_spec("redis"):
        raise ImproperlyConfigured(
            "CACHE_URL names Redis, whose package is not installed. "
            "Run: pip install -r requirements-extras.txt"
        )
    settings = environ.Env.cache_url_config(url)
    if scheme != "locmemcache":
        settings["BACKEND"] = "config.caches.SharedCache"
    return settings


def mail_server() -> dict:
    """Django's settings for the mail server of EMAIL_URL; empty without one, so that letters wait.

    `smtp+tls` begins in the clear and turns to TLS, `smtp+ssl` is TLS from the start. Which ports
    they usually have is taken where none is named.
    """
    ports = {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}
    url = text("EMAIL_URL")
    if not url:
        return {}
    # The password is never repeated.
    unreadable = ImproperlyConfigured(
        "EMAIL_URL can't be read. Set EMAIL_URL to an address such as "
        "smtp+tls://name:password@mail.example.org:587, with signs such as @ in the password "
        "written as %40."
    )
    scheme = urlsplit(url).scheme if url.isprintable() else ""
    if scheme not in ports:
        raise unreadable
    try:
        named = environ.Env.email_url_config(url)
    except ValueError as error:
        raise unreadable from error
    if not named["EMAIL_HOST"] or named["EMAIL_FILE_PATH"] or "OPTIONS" in named:
        raise unreadable
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": named["EMAIL_HOST"],
        "EMAIL_PORT": named["EMAIL_PORT"] or ports[scheme],
        "EMAIL_HOST_USER": named["EMAIL_HOST_USER"] or "",
        "EMAIL_HOST_PASSWORD": named["EMAIL_HOST_PASSWORD"] or "",
        "EMAIL_USE_TLS": scheme == "smtp+tls",
        "EMAIL_USE_SSL": scheme == "smtp+ssl",
    }


def mail_from(*, needed: bool) -> str:
    """The sender MAIL_FROM of all letters, with or without a name; required where mail is sent."""
    sender = text("MAIL_FROM")
    if not sender and not needed:
        return ""
    try:
        EmailValidator()(parseaddr(sender)[1])
    except ValidationError as error:
        raise ImproperlyConfigured(
            f"MAIL_FROM={sender} can't be read. Set MAIL_FROM to the sender of all letters, "
            "such as MAIL_FROM=Hashar <trainings@example.org>."
        ) from error
    return sender
