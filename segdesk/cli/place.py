"""Commands for new customers: ``predict``."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from segdesk.cli.base import ID, Reporter, commands, common, database, json_option, print_document
from segdesk.errors import InputError
from segdesk.model.placement import Consent, PlaceRequest
from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.store.names import names as given_names
from segdesk.text import t
from segdesk.words import placement_documents
from segdesk.words.wording import segment_names

_F = TypeVar("_F", bound=Callable[..., Any])


def names_of(run_id: int) -> tuple[str, ...]:
    """Give the names of a run's segments: the user's, else SegDesk's own."""
    with opened(database(), "read") as connection:
        cut = catalogue.cut(connection, run_id)
        given = given_names(connection, run_id, cut.segments)
    return segment_names(cut, given)


def consent_options(command: _F) -> _F:
    """Add what the user says about columns that look changed; the command gets it as ``consent``."""

    @functools.wraps(command)
    def with_consent(*, accepts: bool, pairs: tuple[str, ...], factors: tuple[str, ...], **rest: Any) -> Any:
        return command(consent=_consent(accepts, pairs, factors), **rest)

    options = (
        click.option("accepts", "--accept-mapping", is_flag=True, help=t("cli.help_accept_mapping")),
        click.option("pairs", "--map", multiple=True, metavar="NEW=OLD", help=t("cli.help_map")),
        click.option("factors", "--scale", multiple=True, metavar="COLUMN=FACTOR", help=t("cli.help_scale")),
    )
    made: Any = with_consent
    for option in reversed(options):
        made = option(made)
    return cast(_F, made)


def _consent(accepts: bool, pairs: tuple[str, ...], factors: tuple[str, ...]) -> Consent:
    scales = {}
    for column, text in map(_pair, factors):
        try:
            scales[column] = float(text)
        except ValueError:
            raise InputError("cli.no_factor", text=text) from None
        if not (math.isfinite(scales[column]) and scales[column]):
            raise InputError("cli.no_factor", text=text)
    return Consent(accepts, dict(_pair(text, may_be_empty=True) for text in pairs), scales)


def _pair(text: str, *, may_be_empty: bool = False) -> tuple[str, str]:
    first, sign, second = text.partition("=")
    if not (first.strip() and sign and (second.strip() or may_be_empty)):
        raise InputError("cli.no_pair", text=text)
    return first.strip(), second.strip()


@commands.command("predict", help=t("cli.help_predict"))
@click.argument("run_id", type=ID)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), default=None, help=t("cli.help_predict_out"))
@click.option("saves", "--save", is_flag=True, help=t("cli.help_predict_save"))
@click.option("renews", "--renew", is_flag=True, help=t("cli.help_renew"))
@consent_options
@json_option
@common
def predict_command(
    *,
    run_id: int,
    file: Path,
    out: Path | None,
    saves: bool,
    renews: bool,
    consent: Consent,
    as_json: bool,
) -> None:
    """Place a file's customers in the segments of a run."""
    from segdesk.tasks.place import place_file

    names = names_of(run_id)
    request = PlaceRequest(names, t("place.unlike"), out, saves, renews)
    with Reporter() as reporter:
        result = place_file(
            reporter, database=database(), run_id=run_id, source=file, request=request, consent=consent
        )
    lines = placement_documents.placed_lines(result, names)
    print_document(placement_documents.placed(result, names), lines, as_json)
