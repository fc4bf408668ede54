"""The record. One file a noun."""

from trainings.models.agenda import Session, SessionKind, SessionPerson
from trainings.models.block import (
    Block,
    BlockFigures,
    BlockKind,
    FigureBreakdown,
    FigureSource,
)
from trainings.models.comment import Comment
from trainings.models.dates import Precision, Season
from trainings.models.draft import OpenText, TextDraft
from trainings.models.facts import Fact, FactKind
from trainings.models.figures import (
    CountryRelation,
    GroupCountry,
    ParticipantGroup,
    Qualifier,
    Sex,
    Unit,
)
from trainings.models.media import Approval, Consent, Document, DocumentKind, Photo, Quote
from trainings.models.organisers import OrganisationRole, TrainingOrganisation
from trainings.models.people import Answer, Appearance, Organisation, Person, Role
from trainings.models.picked import (
    PickedDocument,
    PickedFact,
    PickedOrganisation,
    PickedPhoto,
    in_order,
    keeps_order,
    pick,
    picked,
)
from trainings.models.places import Country, Place, PlaceMode
from trainings.models.planned import LanguageUse, Manner, Point, PointKind, TrainingLanguage
from trainings.models.related import EventRelation, RelatedEvent
from trainings.models.report import Report, ReportSource, ReportText, ReportTraining, TextState
from trainings.models.series import Series
from trainings.models.training import Framework, Lifecycle, Training, TrainingQuerySet

__all__ = [
    "Answer",
    "Appearance",
    "Approval",
    "Block",
    "BlockFigures",
    "BlockKind",
    "Comment",
    "Consent",
    "Country",
    "CountryRelation",
    "Document",
    "DocumentKind",
    "EventRelation",
    "Fact",
    "FactKind",
    "FigureBreakdown",
    "FigureSource",
    "Framework",
    "GroupCountry",
    "LanguageUse",
    "Lifecycle",
    "Manner",
    "OpenText",
    "Organisation",
    "OrganisationRole",
    "ParticipantGroup",
    "Person",
    "Photo",
    "PickedDocument",
    "PickedFact",
    "PickedOrganisation",
    "PickedPhoto",
    "Place",
    "PlaceMode",
    "Point",
    "PointKind",
    "Precision",
    "Qualifier",
    "Quote",
    "RelatedEvent",
    "Report",
    "ReportSource",
    "ReportText",
    "ReportTraining",
    "Role",
    "Season",
    "Series",
    "Session",
    "SessionKind",
    "SessionPerson",
    "Sex",
    "TextDraft",
    "TextState",
    "Training",
    "TrainingLanguage",
    "TrainingOrganisation",
    "TrainingQuerySet",
    "Unit",
    "in_order",
    "keeps_order",
    "pick",
    "picked",
]
