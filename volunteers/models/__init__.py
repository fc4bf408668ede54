"""Accounts, volunteers, their registrations, seats and letters. One file a noun."""

from volunteers.models.accounts import User
from volunteers.models.attempt import Attempt
from volunteers.models.attendance import (
    Attendance,
    AttendanceRule,
    CompletionOverride,
    Mark,
    Source,
)
from volunteers.models.call import Ask, Call, Deciding, Promotion
from volunteers.models.certificate import (
    Certificate,
    CertificateDesign,
    CertificateKind,
    Issuing,
    Signatory,
)
from volunteers.models.consent import Consent, ConsentKind, ConsentText
from volunteers.models.described import Category, Described, Sex
from volunteers.models.donor import FrozenFigures, TrainingCost
from volunteers.models.functioning import Difficulty, Functioning, Outcome
from volunteers.models.intake import Intake, IntakeKind, IntakeStage, StateGiven
from volunteers.models.letter import Letter, LetterKind, LetterState, LetterWording
from volunteers.models.message import Message, MessageState, MessageText, Recipient
from volunteers.models.move import Actor, Move
from volunteers.models.needs import Needs
from volunteers.models.question import Answer, Option, Question, QuestionKind, Upload
from volunteers.models.registration import NameForm, Note, Registration, State
from volunteers.models.seats import Quota
from volunteers.models.trail import Entry
from volunteers.models.volunteer import Volunteer

__all__ = [
    "Actor",
    "Answer",
    "Ask",
    "Attempt",
    "Attendance",
    "AttendanceRule",
    "Call",
    "Category",
    "Certificate",
    "CertificateDesign",
    "CertificateKind",
    "CompletionOverride",
    "Consent",
    "ConsentKind",
    "ConsentText",
    "Deciding",
    "Described",
    "Difficulty",
    "Entry",
    "FrozenFigures",
    "Functioning",
    "Intake",
    "IntakeKind",
    "IntakeStage",
    "Issuing",
    "Letter",
    "LetterKind",
    "LetterState",
    "LetterWording",
    "Mark",
    "Message",
    "MessageState",
    "MessageText",
    "Move",
    "NameForm",
    "Needs",
    "Note",
    "Option",
    "Outcome",
    "Promotion",
    "Question",
    "QuestionKind",
    "Quota",
    "Recipient",
    "Registration",
    "Sex",
    "Signatory",
    "Source",
    "State",
    "StateGiven",
    "TrainingCost",
    "Upload",
    "User",
    "Volunteer",
]
