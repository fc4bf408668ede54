"""Walking through every address of the desk and of check-in, and what came of it in a word."""

from collections.abc import Iterator
from functools import cache

from django.contrib import admin
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import RequestFactory
from django.urls import URLPattern, resolve, reverse

from volunteers import door_urls
from volunteers.models import User
from volunteers.roles import Role

# Pages that belong to nobody in particular; choosing by typing has a test of its own.
OPEN = {
    "login",
    "logout",
    "password_change",
    "password_change_done",
    "jsi18n",
    "view_on_site",
    "autocomplete",
    "check_in_worker",
}

# What an address is asked with, where it says nothing without.
ASKED = {
    "admin:volunteers_wording_preview": "?training={}&kind=received&language=en",
    "admin:volunteers_sign_in_sheet": "?day=2030-05-06",
}


@cache
def patterns() -> dict[str, URLPattern]:
    """All addresses by their names, those of the desk with `admin:` before; one without a name only
    leads on to another."""
    desk = {f"admin:{one.name}": one for one in flat(admin.site.get_urls()) if one.name}
    return desk | {one.name: one for one in door_urls.urlpatterns}


def names() -> list[str]:
    """The names of all addresses that are for some and not for others, without `admin:`.

    The page of a record stands there twice, once more with `:post` for sending it in.
    """
    bare = [name.removeprefix("admin:") for name in patterns()]
    pages = [name for name in bare if name not in OPEN]
    return pages + [
        f"{name}:post" for name in pages if name.endswith("_change") and "password" not in name
    ]


def flat(found) -> Iterator[URLPattern]:
    for one in found:
        yield from flat(one.url_patterns) if hasattr(one, "url_patterns") else [one]


def address(name: str, **keys) -> str:
    """The address called `name` with `keys`; what it names besides those is the key `pk`."""
    name = name.removesuffix(":post")
    name = name if name in patterns() else f"admin:{name}"
    fixed = {"kind": "people" if "donor" in name else "csv", "app_label": "volunteers"}
    if name.endswith("intake_template"):
        fixed |= {"kind": "volunteers", "ending": "csv"}
    known = {**keys, **fixed}
    values = {
        argument: known.get(argument, keys["pk"])
        for argument in patterns()[name].pattern.regex.groupindex
    }
    return reverse(name, kwargs=values) + ASKED.get(name, "").format(keys["pk"])


def opened(user: User, path: str, *, post: bool = False) -> str:
    """What comes of opening `path`, or of sending it in, in a word.

    `hidden` means that the desk says there is no such thing.

    The view is asked as the site asks it, but its page is not drawn: a thousand would take minutes.
    """
    response = answer(user, RequestFactory().get(path)) if not post else None
    if post or getattr(response, "status_code", 0) == 405:
        response = answer(user, RequestFactory().post(path, {}, "application/json"))
    if isinstance(response, str):
        return response
    return {403: "no", 404: "hidden"}.get(response.status_code, "yes")


def answer(user: User, request):
    """The response of the view that `request` leads to, or in a word that there is none."""
    request.user, request.session, request._messages = user, {}, CookieStorage(request)
    request._dont_enforce_csrf_checks = True
    view = resolve(request.path)
    request.resolver_match = view
    try:
        return view.func(request, *view.args, **view.kwargs)
    except PermissionDenied:
        return "no"
    except Http404:
        return "hidden"


def both(own: str, other: str) -> str:
    """What came of the own row and of another's, as one word."""
    return own if own == other else {("yes", "hidden"): "own"}.get((own, other), f"{own}/{other}")


def read(table: str) -> dict[str, dict[Role, str]]:
    """The table of what is allowed: by the name of an address, and by role.

    A line is names with `|` between them, dots, and a word for each role in the order of `Role`.
    """
    allowed = {}
    lines = [line.split() for line in table.splitlines() if line.strip() and line[0] != "#"]
    for names, *words in lines:
        assert len(words) == len(Role), names
        for name in expanded(names):
            assert name not in allowed, f"{name} stands there twice"
            allowed[name] = dict(zip(Role, words, strict=True))
    return allowed


def expanded(names: str) -> list[str]:
    """`a_{b,c}` as `a_b` and `a_c`."""
    if "{" not in names:
        return [names]
    before, rest = names.split("{", 1)
    inner, after = rest.split("}", 1)
    return [name for one in inner.split(",") for name in expanded(before + one + after)]
