"""What someone finds difficult: the six questions of the Washington Group Short Set, kept apart."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from trainings.models.checks import Checked, one_of
from volunteers.models.registration import Registration


class Difficulty(models.TextChoices):
    """The four answers in their order and words; and that someone would rather not give one."""

    NONE = "none", _("No difficulty")
    SOME = "some", _("Some difficulty")
    A_LOT = "a_lot", _("A lot of difficulty")
    CANNOT = "cannot", _("Cannot do at all")
    WITHHELD = "withheld", _("prefer not to say")


class Outcome(models.TextChoices):
    """What the six answers come to, as the Washington Group says: one word for the figures."""

    YES = "yes", _("at least one “a lot of difficulty” or “cannot do at all”")
    NO = "no", _("none of these")
    WITHHELD = "withheld", _("prefer not to say")
    UNKNOWN = "unknown", _("not answered")


def outcome_of(answers: list[str]) -> Outcome:
    """What the six `answers`, of which some may be empty, come to."""
    if {Difficulty.A_LOT, Difficulty.CANNOT} & set(answers):
        return Outcome.YES
    if Difficulty.WITHHELD in answers:
        return Outcome.WITHHELD
    return Outcome.UNKNOWN if "" in answers else Outcome.NO


# The columns someone fills in, in the order in which they are asked.
QUESTIONS = ("seeing", "hearing", "walking", "remembering", "self_care", "communicating")


def answer(question) -> models.CharField:
    """A column for the answer to `question`; empty where nothing was answered."""
    return models.CharField(question, max_length=8, choices=Difficulty, blank=True)


class Functioning(Checked):
    """The answers someone gave for one training. A row says that they were asked.

    The worker empties the answers after `purge_after`; what they come to stays, for figures alone.
    """

    registration = models.OneToOneField(
        Registration,
        models.CASCADE,
        related_name="functioning",
        verbose_name=_("registration"),
    )
    # Wording and order are those of the Washington Group; the set counts only as it is.
    seeing = answer(_("Do you have difficulty seeing, even if wearing glasses?"))
    hearing = answer(_("Do you have difficulty hearing, even if using a hearing aid?"))
    walking = answer(_("Do you have difficulty walking or climbing steps?"))
    remembering = answer(_("Do you have difficulty remembering or concentrating?"))
    self_care = answer(
        _("Do you have difficulty with self-care, such as washing all over or dressing?")
    )
    communicating = answer(
        _(
            "Using your usual language, do you have difficulty communicating, for example "
            "understanding or being understood?"
        )
    )
    outcome = models.CharField(
        _("what the answers come to"), max_length=8, choices=Outcome, default=Outcome.UNKNOWN
    )
    purge_after = models.DateField(
        _("answers deleted after"),
        null=True,
        db_index=True,
        help_text=_("Empty once they are deleted."),
    )

    class Meta:
        verbose_name = _("answers about difficulties")
        verbose_name_plural = _("answers about difficulties")
        default_permissions = ("view",)
        constraints = [
            *(one_of(question, Difficulty, empty=True) for question in QUESTIONS),
            one_of("outcome", Outcome),
        ]

    def __str__(self) -> str:
        return str(self.registration)
