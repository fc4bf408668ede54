"""What the environment may say, and the sentence that stops the start when it can't be read."""

import re
from pathlib import Path

import pytest

from config import environment
from tests.house.starting import ROOT, manage, setting

SENTENCES = {
    "no secret key": ({"SECRET_KEY": ""}, "SECRET_KEY is missing"),
    "a short secret key": ({"SECRET_KEY": "secret"}, "SECRET_KEY is missing, too short"),
    "Django's own key": ({"SECRET_KEY": "django-insecure-" + "abcdefghij" * 6}, "or a default"),
    "no hosts": ({"ALLOWED_HOSTS": ""}, "Set ALLOWED_HOSTS to the host names"),
    "an address as host": (
        {"ALLOWED_HOSTS": "https://hashar.example.org"},
        "ALLOWED_HOSTS=https://hashar.example.org can't be read",
    ),
    "a host with a port": (
        {"ALLOWED_HOSTS": "hashar.example.org:80"},
        "Write host names alone, without https:// and without a port",
    ),
    "all hosts": ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS is missing or allows everything"),
    "no yes or no": ({"DEBUG": "maybe"}, "Set DEBUG=true or DEBUG=false"),
    "an address without http": ({"SITE_URL": "hashar.example.org"}, "Set SITE_URL to an address"),
    "an address with a path": ({"SITE_URL": "https://example.org/a"}, "Set SITE_URL to an address"),
    "an address cut off": ({"SITE_URL": "https://[::1"}, "Set SITE_URL to an address"),
    "an unknown engine": ({"DATABASE_URL": "mysql://a@b/c"}, "Set DATABASE_URL to postgres://"),
    "a port in letters": (
        {"DATABASE_URL": "postgres://a@b:x/c"},
        "Set DATABASE_URL to postgres://",
    ),
    "no database's name": ({"DATABASE_URL": "postgres://a@b/"}, "Set DATABASE_URL to postgres://"),
    "a database in memory": ({"DATABASE_URL": "sqlite://:memory:"}, "Set DATABASE_URL to"),
    "an unknown time zone": ({"TIME_ZONE": "Asia/Atlantis"}, "Set TIME_ZONE to a name"),
    "an unknown way of mail": ({"EMAIL_URL": "pigeon://roof"}, "Set EMAIL_URL to an address such"),
    "a mail server's port in letters": ({"EMAIL_URL": "smtp://mail:x"}, "EMAIL_URL can't be read"),
    "a mail server without a name": ({"EMAIL_URL": "smtp://:25"}, "EMAIL_URL can't be read"),
    "no sender of mail": ({"EMAIL_URL": "smtp://mail"}, "Set MAIL_FROM to the sender"),
    "a sender without an address": ({"MAIL_FROM": "Hashar"}, "MAIL_FROM=Hashar can't be read"),
    "an unknown cache": ({"CACHE_URL": "paper://"}, "Set CACHE_URL to locmemcache://"),
}


@pytest.mark.parametrize(("environment", "sentence"), SENTENCES.values(), ids=SENTENCES)
def test_what_cannot_be_read_stops_the_start_with_a_sentence(environment, sentence):
    stopped = manage("check", **environment)
    assert stopped.returncode == 1
    assert stopped.stderr.count("\n") == 1, "a sentence and no traceback"
    assert stopped.stderr.startswith("Hashar can't start. ")
    assert sentence in stopped.stderr


def test_a_secret_key_is_never_repeated_in_the_sentence():
    assert "hunter2" not in manage("check", SECRET_KEY="hunter2").stderr


def test_the_password_of_the_mail_server_is_never_repeated_in_the_sentence():
    stopped = manage("check", EMAIL_URL="smtp://name:hunter2@mail:port").stderr
    assert "hunter2" not in stopped
    assert "EMAIL_URL can't be read" in stopped


@pytest.mark.parametrize(
    ("scheme", "port", "tls", "ssl"),
    [("smtp", 25, False, False), ("smtp+tls", 587, True, False), ("smtp+ssl", 465, False, True)],
)
def test_a_mail_server_is_read_from_its_address(monkeypatch, scheme, port, tls, ssl):
    monkeypatch.setenv("EMAIL_URL", f"{scheme}://name%40site:p%2Fw%40rd@mail.example.org")
    assert environment.mail_server() == {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "mail.example.org",
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": "name@site",
        "EMAIL_HOST_PASSWORD": "p/w@rd",
        "EMAIL_USE_TLS": tls,
        "EMAIL_USE_SSL": ssl,
    }


def test_debug_needs_no_settings_at_all():
    nothing = {"SECRET_KEY": "", "ALLOWED_HOSTS": "", "SITE_URL": ""}
    assert manage("check", DEBUG="yes", **nothing).returncode == 0


def test_the_deploy_check_is_clean():
    checked = manage("check", "--deploy", "--fail-level", "WARNING")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout == "System check identified no issues (0 silenced).\n"


HTTPS = [
    "SECURE_SSL_REDIRECT",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "SECURE_HSTS_SECONDS",
]


@pytest.mark.parametrize(
    ("address", "insists"),
    [
        ("https://hashar.example.org", True),
        ("https://127.0.0.1:8443", True),
        ("http://hashar.example.org", True),
        ("http://192.168.1.5:8000", True),
        ("http://localhost.example.org", True),
        ("http://127.0.0.1:8000", False),
        ("http://127.1.2.3", False),
        ("http://[::1]:8000", False),
        ("http://localhost:8000", False),
    ],
)
def test_only_plain_http_on_this_machine_does_without_https(address, insists):
    *switches, seconds = setting(*HTTPS, SITE_URL=address).split()
    assert (switches, int(seconds) > 0) == ([str(insists)] * 3, insists)


def test_the_env_file_is_read_but_the_environment_wins(tmp_path):
    file = tmp_path / "env"
    file.write_text("SITE_NAME=From the file\nTIME_ZONE=Asia/Dushanbe\n")
    named = {"ENV_FILE": str(file), "SITE_NAME": "From the environment"}
    assert setting("SITE_NAME", **named) == "From the environment"
    assert setting("TIME_ZONE", **named) == "Asia/Dushanbe"


def test_a_key_beginning_with_a_dollar_is_no_reference_to_another_variable():
    key = "$" + "0123456789" * 6
    assert setting("SECRET_KEY", SECRET_KEY=key) == key


def test_a_checkout_in_an_odd_folder_finds_its_database(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    odd = tmp_path / "50% of #1" / "db.sqlite3"
    assert environment.database(odd)["NAME"] == str(odd)


READ = re.compile(r'(?:text|boolean|whole_number|environ\.get)\(\s*"([A-Z_]+)"')


def test_the_example_documents_exactly_the_variables_that_are_read():
    read = set()
    for path in [*Path(ROOT, "config").glob("*.py"), *Path(ROOT, "scripts").glob("run_site.py")]:
        found = re.findall(
            r'(?:text|boolean|whole_number|environ\.get)\(\s*"([A-Z_]+)"', path.read_text()
        )
        read.update(found)
    documented = re.findall(r"^#? ?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert sorted(documented) == sorted(read)
