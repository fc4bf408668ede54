"""`manage.py record dump SLUG` and `manage.py record load FILE…`: see docs/record.md."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from trainings import records
from trainings.models import Training
from trainings.records.errors import Unreadable, did_you_mean

MOST_SHOWN = 1000


class Command(BaseCommand):
    help = "Write trainings with everything around them to a YAML file, or read them from files."

    def add_arguments(self, parser):
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="dump | load")
        dumping = verbs.add_parser("dump", help="Write a training to the standard output.")
        dumping.add_argument("slugs", nargs="+", metavar="SLUG", help="The training's address.")
        dumping.add_argument(
            "--folder",
            type=Path,
            metavar="DIR",
            help="Write SLUG.yaml there instead, with the pictures and documents beside it.",
        )
        loading = verbs.add_parser("load", help="Read trainings from files.")
        loading.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *, verb, **options):
        if verb == "dump":
            self.dump(options["slugs"], options["folder"])
        else:
            self.load(options["files"])

    def dump(self, slugs: list[str], folder: Path | None) -> None:
        trainings = [training_of(slug) for slug in slugs]
        try:
            text = records.dump(trainings, folder)
            if folder is None:
                self.stdout.write(text, ending="")
                return
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"{slugs[0]}.yaml"
            path.write_text(text, encoding="utf-8")
        except (Unreadable, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(_("written: %(file)s") % {"file": path})

    def load(self, paths: list[Path]) -> None:
        outcomes = records.load(paths)
        for outcome in outcomes:
            for trouble in outcome.troubles[:MOST_SHOWN]:
                self.stderr.write(f"{outcome.path}: {trouble}")
            self.stdout.write(summary(outcome))
        failed = sum(bool(outcome.troubles) for outcome in outcomes)
        if failed:
            raise CommandError(how_many_failed(failed, len(outcomes)))


def training_of(slug: str) -> Training:
    found = Training.objects.filter(slug=slug).first()
    if found is None:
        known = Training.objects.values_list("slug", flat=True)
        sentence = _("There is no training “%(slug)s”.") % {"slug": slug}
        raise CommandError(sentence + did_you_mean(slug, known))
    return found


def how_many_failed(failed: int, tried: int) -> str:
    if tried == 1:
        return _("The file could not be loaded. Mend what is said above.")
    text = _("%(failed)s of %(all)s files could not be loaded. Mend what is said above.")
    return text % {"failed": failed, "all": tried}


def summary(outcome: records.Outcome) -> str:
    """One line for a file: what changed, or that nothing did."""
    if outcome.troubles:
        return _("not loaded: %(file)s, errors: %(number)s, nothing was changed") % {
            "file": outcome.path,
            "number": len(outcome.troubles),
        }
    return _("loaded: %(file)s, %(created)s created, %(changed)s changed, %(removed)s removed") % {
        "file": outcome.path,
        "created": outcome.created,
        "changed": outcome.changed,
        "removed": outcome.removed,
    }
