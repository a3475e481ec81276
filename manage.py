"""The operator's commands; safe beside a running server, since every change goes through the ledger."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import click

from canvas.board import limits
from canvas.board.changes import WorkshopEdit
from canvas.board.errors import BadMessage
from canvas.board.messages import strict
from exports import archive
from exports.errors import ArchiveError
from exports.making import make
from i18n import translator
from sentences import sentence
from settings import USUAL_PORT, SettingsError, settings
from stepstones.errors import Refused
from stepstones.seen import EVERYBODY, seen_by
from stepstones.workshop import RELATIONS, Session
from storage import founding, reading, retention
from storage.database import Database, opened
from storage.errors import StorageError
from storage.founding import Founded
from storage.ledger import Ledger
from web import network

as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


class Commands(click.Group):
    """The commands; what the ledger refuses ends them with its sentence."""

    def invoke(self, context: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(context)
        except Refused as refused:
            _stop(refused.reason, "en", refused.values)


@click.group(cls=Commands, help=__doc__)
@click.pass_context
def manage(context: click.Context) -> None:
    """Open the database, and close it after the command."""
    database = _database()
    ledger = Ledger(database)
    context.obj = ledger
    context.call_on_close(database.close)
    context.call_on_close(ledger.close)


@manage.command()
@click.option("--title", required=True)
@click.option("--organisation", default="", help="May stay empty.")
@click.option("--relations", default="", help="Any of donors,members,volunteers.")
@click.option("--lang", type=click.Choice(["nl", "en"]), default="nl")
@as_json
@click.pass_obj
def new(ledger: Ledger, title: str, organisation: str, relations: str, lang: str, as_json: bool) -> None:
    """Make a workshop and print its addresses."""
    chosen = [relation.strip() for relation in relations.split(",") if relation.strip()]
    if unknown := set(chosen) - set(RELATIONS):
        raise click.BadParameter(f"{sorted(unknown)[0]!r} is none of {', '.join(RELATIONS)}", param_hint="--relations")
    try:
        asked = strict(WorkshopEdit, title=title, organisation=organisation, relations=chosen, language=lang)
    except BadMessage as bad:
        _stop(bad.reason, lang, bad.values)
    name = translator(lang).gettext("Facilitator")
    _tell(ledger.write(lambda c: founding.found(c, asked, facilitator=name, now=ledger.now())), as_json)


@manage.command()
@as_json
@click.pass_obj
def example(ledger: Ledger, as_json: bool) -> None:
    """Make a copy of the example workshop and print its addresses."""
    _tell(_found_from(ledger, archive.EXAMPLE.read_bytes()), as_json)


@manage.command("list")
@click.pass_obj
def list_workshops(ledger: Ledger) -> None:
    """Print every workshop here: id, code, date of deletion, title, and whether its session is closed."""
    with ledger.database.reading() as connection:
        for shop in reading.all_workshops(connection):
            whose = f" ({shop.organisation})" if shop.organisation else ""
            closed = "  closed" if shop.closed is not None else ""
            click.echo(f"{shop.id}  {shop.code}  {shop.delete_after}  {shop.title}{whose}{closed}")


@manage.command()
@click.argument("workshop")
@click.option("--format", "kind", type=click.Choice(["word", "json"]), required=True)
@click.option("-o", "target", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.pass_obj
def export(ledger: Ledger, workshop: str, kind: str, target: Path) -> None:
    """Write the Word report or the archive of a workshop to a file; an id that begins with - goes last, after --."""
    session, now = _session(ledger, workshop), datetime.now().astimezone()
    # The archive is complete; a report is read by others, who see what everybody sees.
    data = archive.write(session) if kind == "json" else make(seen_by(session, EVERYBODY), now)
    try:
        target.write_bytes(data)
    except OSError as error:
        raise click.ClickException(f"{target} cannot be written ({error.strerror}): choose another file.") from None


@manage.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@as_json
@click.pass_obj
def import_archive(ledger: Ledger, file: Path, as_json: bool) -> None:
    """Make a new workshop from an archive and print its addresses."""
    with file.open("rb") as opened:
        data = opened.read(limits.ARCHIVE_BYTES + 1)
    _tell(_found_from(ledger, data), as_json)


@manage.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def backup(ledger: Ledger, file: Path) -> None:
    """Copy the whole database to a file, also while the server runs."""
    try:
        ledger.database.backup(file)
    except StorageError as error:
        raise click.ClickException(str(error)) from None


@manage.command()
@click.argument("workshop")
@click.option("--title", required=True, help="Its title, so that no other goes by mistake.")
@click.pass_obj
def delete(ledger: Ledger, workshop: str, title: str) -> None:
    """Delete a workshop with all its data; an id that begins with - goes last, after --."""
    if _session(ledger, workshop).workshop.title != title:
        raise click.ClickException("That is not its title, so nothing was deleted: `manage.py list` tells it.")
    retention.delete(ledger, workshop)
    click.echo("deleted")


@manage.command()
@click.pass_obj
def purge(ledger: Ledger) -> None:
    """Delete the workshops that are past their date, with all their data."""
    gone = retention.purge(ledger)
    click.echo(f"{len(gone)} deleted")


def _database() -> Database:
    """The database on its newest schema."""
    try:
        return opened(settings().database_url)
    except (SettingsError, StorageError) as error:
        raise click.ClickException(str(error)) from None


def _session(ledger: Ledger, workshop: str) -> Session:
    try:
        with ledger.database.reading() as connection:
            return reading.session(connection, workshop, with_pictures=True)
    except StorageError as error:
        raise click.ClickException(str(error)) from None


def _found_from(ledger: Ledger, data: bytes) -> Founded:
    try:
        session = archive.read(data)
    except ArchiveError as error:
        _stop(error.reason, "en", error.values, str(error))
    name = translator(session.workshop.language).gettext("Facilitator")
    return ledger.write(lambda c: founding.found_from(c, session, ledger.now(), facilitator=name))


def _tell(founded: Founded, as_json: bool) -> None:
    """Print where the new workshop is."""
    base = network.bases(settings().public_url, "http", settings().port or USUAL_PORT)[0]
    told = {
        "workshop": founded.workshop,
        "code": founded.code,
        "join": f"{base}/j/{founded.code}",
        "facilitator": f"{base}/f/{founded.facilitator_key}",
    }
    click.echo(json.dumps(told) if as_json else "\n".join(f"{name:12} {value}" for name, value in told.items()))


def _stop(reason: str, language: str, values: dict[str, object], detail: str = "") -> NoReturn:
    """End with the sentence for people, and the detail for who made the file: as text, whatever it holds."""
    plain = "".join(sign if sign.isprintable() else "?" for sign in detail)
    raise click.ClickException(" ".join(filter(None, (sentence(reason, language, values), plain and f"({plain})"))))


if __name__ == "__main__":
    manage()
