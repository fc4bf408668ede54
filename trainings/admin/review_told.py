"""What there is to know of a text before it is published, and since, for the page of its review."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trainings import wording
from trainings.admin.review_forms import DescribeForm, MomentForm, RemarkForm, TranslateForm
from trainings.models import Appearance, Block, Comment, ReportText, TextState
from trainings.services import clearance, drafts, freezing, left_out, spots, translating
from trainings.services.draft_rows import blocks_of
from trainings.services.refusal import Spot
from volunteers.services import consents


def review_address(text: ReportText) -> str:
    return reverse("admin:trainings_reporttext_review", args=[text.pk])


@dataclass
class Review:
    """All that is to be known of `text` before it is published, and since, for `user`."""

    text: ReportText
    user: object

    @property
    def address(self) -> str:
        return review_address(self.text)

    @property
    def may_change(self) -> bool:
        return self.user.has_perm("trainings.change_reporttext")

    @property
    def may_remark(self) -> bool:
        return self.user.has_perm("trainings.add_comment")

    @property
    def state(self) -> str:
        """Where the text stands, in words: a scheduled one says from when it is public."""
        text = self.text
        if text.is_scheduled:
            return _("will be public from %(moment)s") % {"moment": self.moment}
        if text.is_published:
            return _("public since %(moment)s") % {"moment": self.moment}
        return text.get_state_display()

    @property
    def moment(self) -> str:
        return wording.moment(self.text.published_at, settings.TIME_ZONE)

    @property
    def may_archive(self) -> bool:
        return self.text.state == TextState.PUBLISHED

    @property
    def may_hand_in(self) -> bool:
        return self.text.state == TextState.DRAFT

    @property
    def may_take_back(self) -> bool:
        return self.text.state in (TextState.REVIEW, TextState.PUBLISHED, TextState.ARCHIVED)

    @cached_property
    def draft(self) -> drafts.Writing:
        return drafts.writing(self.text)

    @property
    def has_changes(self) -> bool:
        """Whether something is written that was not put into the text yet."""
        return self.draft.pending

    @cached_property
    def asked(self) -> list[clearance.Asked]:
        """Quotes and photographs of the text, and of what is to be put into it."""
        blocks = [*self.blocks]
        if self.has_changes:
            blocks += blocks_of(self.text, self.draft.content)
        return clearance.asked_of(self.text, blocks, kept_out=self.kept_out, seen_by=self.user)

    @cached_property
    def blocks(self) -> list[Block]:
        return list(self.text.blocks.prefetch_related(*clearance.READS))

    @cached_property
    def barred(self) -> list[clearance.Finding]:
        return clearance.barred_in(self.draft.content, self.asked)

    @cached_property
    def kept_out(self) -> list[Appearance]:
        return left_out.kept_out_of(self.text)

    @cached_property
    def named(self) -> list[clearance.Finding]:
        """Whom the words name who may not be shown, a sentence each."""
        return clearance.named_in(self.draft.content, self.kept_out)

    @cached_property
    def to_look_at(self) -> list[clearance.Finding]:
        """What keeps it from nothing: whom lists leave out, and whom the words may name."""
        content, kept_out = self.draft.content, self.kept_out
        told = clearance.perhaps_named(content, kept_out)
        return told + clearance.not_listed(content, kept_out)

    @property
    def to_confirm(self) -> list[clearance.Asked]:
        return [one for one in self.asked if one.to_confirm and not one.barred]

    @cached_property
    def to_describe(self) -> dict[str, DescribeForm]:
        """A form for each photograph of which nobody said what it shows, by the key of `Asked`."""
        return {one.key: DescribeForm(prefix=one.key) for one in self.asked if one.to_describe}

    @property
    def lines(self) -> list[tuple[clearance.Asked, list[Spot], DescribeForm | None, str]]:
        """Each that is asked about, where it stands, with the form of one that nobody described,
        and who took back the consent to photographs where it was taken."""
        return [
            (
                one,
                spots.of_record(self.draft.content, one.record),
                self.to_describe.get(one.key) if one.to_describe else None,
                "" if one.is_quote else self.took_back.get(one.record.training_id, ""),
            )
            for one in self.asked
        ]

    @cached_property
    def took_back(self) -> dict[int, str]:
        """By training with photographs of the text, who took back the consent to them there."""
        trainings = {one.record.training_id for one in self.asked if not one.is_quote}
        if not trainings:
            return {}
        found = consents.without_photographs(trainings, seen_by=self.user)
        return {key: took_back_in_words(*told) for key, told in found.items()}

    def read_again(self) -> None:
        """Forget what was read of quotes and photographs, which changed."""
        for name in ("asked", "blocks"):
            self.__dict__.pop(name, None)

    @cached_property
    def comments(self) -> list[Comment]:
        return list(self.text.comments.select_related("by", "settled_by", "block"))

    @property
    def unsettled(self) -> list[Comment]:
        return [one for one in self.comments if one.settled_at is None]

    @property
    def settled(self) -> list[Comment]:
        return [one for one in self.comments if one.settled_at is not None]

    @cached_property
    def drifts(self) -> list[freezing.Drift]:
        return freezing.drifts(self.text)

    @property
    def source(self) -> ReportText | None:
        return self.text.translated_from

    @cached_property
    def not_translated(self) -> list[Block]:
        return translating.not_translated(self.text)

    @cached_property
    def translations(self) -> list[ReportText]:
        """The texts that were made from this one."""
        return list(self.text.translations.all())

    @property
    def may_translate(self) -> bool:
        return self.user.has_perm("trainings.add_reporttext") and self.translate_form.has_any

    @cached_property
    def moment_form(self) -> MomentForm:
        return MomentForm(text=self.text)

    @cached_property
    def remark_form(self) -> RemarkForm:
        return RemarkForm(blocks=self.text.blocks.all())

    @cached_property
    def translate_form(self) -> TranslateForm:
        return TranslateForm(report=self.text.report)


def took_back_in_words(number: int, names: list[str]) -> str:
    said = ngettext(
        "%(count)s volunteer of this training took back the consent to photographs. Make sure that "
        "the picture does not show this person.",
        "%(count)s volunteers of this training took back the consent to photographs. Make sure "
        "that the picture shows none of them.",
        number,
    ) % {"count": wording.number(number)}
    return f"{said} ({wording.list_of(names)})" if names else said
