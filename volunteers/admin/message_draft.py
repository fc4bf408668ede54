"""The page of a draft: its two forms as they stand, and whom it would reach."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import cached_property

from trainings.models import Training
from volunteers.admin.message_forms import GroupForm, TextsForm
from volunteers.models import Message, State, User
from volunteers.models.registration import RegistrationQuerySet
from volunteers.writing import drafts
from volunteers.writing.groups import Group
from volunteers.writing.texts import readings, texts_of


@dataclass
class Draft:
    """What `user` writes for `training`: on the message `row`, or on a new one.

    `typed` is what was sent in, empty where the page was only opened.
    """

    training: Training
    row: Message | None
    user: User
    typed: QueryDict

    @property
    def verb(self) -> str:
        return self.typed.get("verb", "")

    @property
    def only_counts(self) -> bool:
        """Whether nothing is to be saved: whom it reaches may be asked before there is a text."""
        return self.verb == "count"

    @property
    def author(self) -> User:
        return (self.row and self.row.author) or self.user

    @property
    def kept(self) -> dict:
        """The group that is stored; a new message begins with those who come."""
        return self.row.group if self.row else {"states": [State.APPROVED]}

    @cached_property
    def whom(self) -> GroupForm:
        about = {"training": self.training, "author": self.author}
        return GroupForm(self.typed or None, initial=self.kept, **about)

    @cached_property
    def what(self) -> TextsForm:
        if self.only_counts:
            return TextsForm(initial=self.typed.dict())
        texts = texts_of(self.row) if self.row else {}
        return TextsForm(self.typed or None, initial=TextsForm.initial_of(texts))

    @property
    def is_wrong(self) -> bool:
        return bool(self.whom.errors or self.what.errors)

    @property
    def is_whole(self) -> bool:
        return bool(self.typed) and not self.only_counts and not self.is_wrong

    @property
    def group(self) -> Group | None:
        """Whom it is for as the form stands there; None while that is no answer."""
        if not self.typed:
            return Group.from_column(self.kept)
        return self.whom.group if self.whom.is_valid() else None

    @property
    def reach(self) -> dict | None:
        group = self.group
        if group is None:
            return None
        return reach_of(group.people(self.training, self.author), self.what.written)

    def save(self) -> Message:
        """Write it down. Raises NotAllowed where somebody sent it meanwhile."""
        given = {"group": self.whom.group, "texts": self.what.texts}
        return drafts.keep(self.row, training=self.training, by=self.user, **given)


def reach_of(people: RegistrationQuerySet, languages: list[str]) -> dict:
    """How many a group holds, and who of them reads which text."""
    counted = readings(people, languages)
    count = sum(one.count for one in counted) if languages else people.count()
    return {"count": count, "readings": counted}
