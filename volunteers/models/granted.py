"""What an account was given at the desk, read in one query: every page there asks for it."""

from collections import defaultdict

from django.contrib.auth.models import Group, Permission
from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from trainings.models import Country, Training

PERMISSION, ROLE, COUNTRY, TRAINING = "permission", "role", "country", "training"


def granted_to(user) -> dict[str, frozenset[str]]:
    """The permissions, as `app.action_model`, with the names of the groups and the keys of the
    countries and trainings of `user`."""
    own = Permission.objects.filter(Q(user=user) | Q(group__user=user))
    label = Concat("content_type__app_label", Value("."), "codename")
    found = defaultdict(set)
    for what, name in lines(PERMISSION, own, label).union(
        lines(ROLE, Group.objects.filter(user=user), F("name")),
        lines(COUNTRY, Country.objects.filter(coordinators=user), F("pk")),
        lines(TRAINING, Training.objects.filter(helpers=user), F("pk")),
    ):
        found[what].add(name)
    return {what: frozenset(found[what]) for what in (PERMISSION, ROLE, COUNTRY, TRAINING)}


def lines(what: str, rows: QuerySet, name) -> QuerySet:
    """Pairs of `what` and the name of each of `rows`, as all databases can put them together."""
    text = CharField(max_length=200)
    return rows.order_by().values_list(Value(what, text), Cast(name, text))
