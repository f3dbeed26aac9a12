"""What the commands' options mean: choices about a file, and a recipe."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from segdesk.choices import column_uses
from segdesk.choices import directions as read_directions
from segdesk.choices import segments as read_segments
from segdesk.model import methods
from segdesk.model.reading import ReadingChoices
from segdesk.model.recipe import MOST_SEGMENTS, Encoding, Method, Recipe
from segdesk.model.roles import ColumnSummary
from segdesk.model.transactions import SaleColumns
from segdesk.text import t

if TYPE_CHECKING:  # msgspec, which it brings, is needed only where there is a saved recipe
    from segdesk.tasks.saved_recipe import SavedRecipe

LARGEST_ID = 2**63 - 1
"""The largest number that SQLite holds."""

METHODS = click.Choice([str(method) for method in Method])
PARAMETERS = tuple(dict.fromkeys(each.name for method in methods.METHODS for each in method.parameters))
"""What any method takes, each once."""

ENCODINGS = click.Choice([str(encoding) for encoding in Encoding])

_F = TypeVar("_F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Wishes:
    """What ``segment`` was asked for: a saved recipe, and options given, which stand above it."""

    saved: SavedRecipe | None
    names: str | None
    given: dict[str, Any]

    def choices(self, said: ReadingChoices) -> ReadingChoices:
        """Give how to read the file."""
        if self.saved is None:
            return said
        unsaid = ReadingChoices()
        names = [field.name for field in fields(said)]
        given = {name: getattr(said, name) for name in names if getattr(said, name) != getattr(unsaid, name)}
        return replace(self.saved.reading, **given)

    def recipe(self, summaries: tuple[ColumnSummary, ...]) -> Recipe:
        """Give the recipe for a dataset with these columns."""
        if self.saved is None or self.names is not None:
            before = self.saved.recipe.encoding if self.saved else Encoding.BALANCED
            columns = column_uses(summaries, self.names, self.given.get("encoding", before))
        else:
            columns = self.saved.recipe.columns
        recipe = Recipe(columns) if self.saved is None else replace(self.saved.recipe, columns=columns)
        given = dict(self.given)
        if given.get("method", recipe.method) is recipe.method:  # another one has other parameters
            given["parameters"] = recipe.parameters | given["parameters"]
        return replace(recipe, **given)


def reading_options(command: _F) -> _F:
    """Add what the user may say about a file; the command gets it as ``choices``."""

    @functools.wraps(command)
    def with_choices(*, encoding_name: str | None, delimiter: str | None, **rest: Any) -> Any:
        # `segment` has an --encoding of its own, for columns.
        names = {field.name for field in fields(ReadingChoices)} & rest.keys() - {"encoding"}
        said = {name: rest.pop(name) for name in names}
        separator = "\t" if delimiter in ("tab", "\\t") else delimiter
        return command(choices=ReadingChoices(encoding=encoding_name, delimiter=separator, **said), **rest)

    options = (
        click.option("--encoding-name", help=t("cli.help_encoding_name")),
        click.option("--delimiter", help=t("cli.help_delimiter")),
        click.option("--quotechar", help=t("cli.help_quotechar")),
        click.option("--decimal", type=click.Choice([".", ","]), help=t("cli.help_decimal")),
        click.option("--thousands", help=t("cli.help_thousands")),
        click.option("--dayfirst/--monthfirst", default=None, help=t("cli.help_dayfirst")),
        click.option("--sheet", help=t("cli.help_sheet")),
        click.option("--header-row", type=click.IntRange(min=0), help=t("cli.help_header_row")),
        click.option("--unknown-is-missing", is_flag=True, help=t("cli.help_unknown")),
        click.option("--ethiopian-dates", multiple=True, metavar="COLUMN", help=t("cli.help_ethiopian")),
    )
    return cast(_F, _with_options(with_choices, *options))


recipe_option = click.option("--recipe", "saved", type=click.Path(path_type=Path), help=t("cli.help_recipe"))


def accept_option(command: _F) -> _F:
    """Add the word for all suggestions; the command gets it as ``accepts``."""
    option = click.option("accepts", "--accept-suggestions", is_flag=True, help=t("cli.help_accept"))
    return cast(_F, _with_options(command, option))


def recipe_options(command: _F) -> _F:
    """Add what makes a recipe; the command gets it as ``wishes``."""

    @functools.wraps(command)
    def with_wishes(
        *, saved: Path | None, segments: str | None, pca: str | None, names: str | None, **rest: Any
    ) -> Any:
        said = {name: rest.pop(name) for name in ("method", "encoding", "seed")}
        given = {name: value for name, value in said.items() if value is not None}
        parameters = {name: rest.pop(name) for name in PARAMETERS}
        given["parameters"] = {name: value for name, value in parameters.items() if value is not None}
        if "method" in given:
            given["method"] = Method(given["method"])
        if "encoding" in given:
            given["encoding"] = Encoding(given["encoding"])
        if segments is not None:
            given["segments"] = read_segments(segments)
        if pca is not None:
            given["pca"] = read_directions(pca)
        return command(wishes=Wishes(saved_recipe(saved), names, given), **rest)

    options = (
        click.option("--method", type=METHODS, help=t("cli.help_method")),
        click.option("--k", "segments", help=t("cli.help_k", most=MOST_SEGMENTS)),
        click.option("--encoding", type=ENCODINGS, help=t("cli.help_encoding")),
        click.option("--pca", help=t("cli.help_pca")),
        click.option("--columns", "names", help=t("cli.help_columns")),
        click.option("--seed", type=click.IntRange(0, LARGEST_ID), help=t("cli.help_seed")),
        *(
            click.option(f"--{name.replace('_', '-')}", type=float, help=t(f"cli.help_{name}"))
            for name in PARAMETERS
        ),
        recipe_option,
    )
    return cast(_F, _with_options(with_wishes, *options))


def sale_options(command: _F) -> _F:
    """Add which columns of a file of sales are what; the command gets them as ``columns``."""
    parts = [field.name for field in fields(SaleColumns)]

    @functools.wraps(command)
    def with_columns(**rest: Any) -> Any:
        said = {part: rest.pop(f"{part}_column") for part in parts}
        return command(columns=SaleColumns(**said), **rest)

    options = [
        click.option(f"--{part.replace('_', '-')}-column", metavar="COLUMN", help=t(f"cli.help_of_{part}"))
        for part in parts
    ]
    return cast(_F, _with_options(with_columns, *options))


def _with_options(command: Any, *options: Callable[[Any], Any]) -> Any:
    for option in reversed(options):
        command = option(command)
    return command


def saved_recipe(path: Path | None) -> SavedRecipe | None:
    """Read what ``--recipe`` names."""
    if path is None:
        return None
    from segdesk.tasks.saved_recipe import read_recipe

    return read_recipe(path)
