"""Who asked not to be contacted: by names and values of columns."""

from __future__ import annotations

import numpy as np
import pytest

from segdesk.engine.contact import may_tell, opted_out, tells
from segdesk.model.roles import Kind
from segdesk.model.table import Column, Table


def text(name: str, *values: str | None) -> Column:
    levels = tuple(dict.fromkeys(v for v in values if v is not None))
    codes = [-1 if v is None else levels.index(v) for v in values]
    return Column(name, Kind.TEXT, np.array(codes, np.int32), levels)


def number(name: str, *values: float) -> Column:
    return Column(name, Kind.NUMBER, np.array(values, np.float64))


def test_that_a_yes_opts_out_and_silence_does_not():
    found = opted_out(Table((text("opt_out", "Yes", "no", None),)))
    assert (found.columns, found.rows.tolist()) == (("opt_out",), [True, False, False])


def test_that_silence_is_no_consent():
    found = opted_out(Table((text("Marketing consent", "yes", "no", None),)))
    assert found.rows.tolist() == [False, True, True]


def test_that_zeros_and_ones_are_yes_and_no():
    nan = float("nan")
    assert opted_out(Table((number("DoNotCall", 1, 0, nan),))).rows.tolist() == [True, False, False]
    assert opted_out(Table((number("email_opt_in", 1, 0, nan),))).rows.tolist() == [False, True, True]


def test_that_amharic_answers_count():
    assert opted_out(Table((text("opt-out", "አዎ", "አይ"),))).rows.tolist() == [True, False]


def test_that_one_no_is_enough():
    table = Table((text("opt_out", "no", "no", "yes"), text("newsletter", "yes", "no", "yes")))
    assert opted_out(table).rows.tolist() == [False, True, True]


def test_that_other_values_make_no_opt_out():
    found = opted_out(Table((text("consent", "2024-01-01", "phone"), number("opt_out", 0, 7))))
    assert (found.columns, found.rows.tolist()) == ((), [False, False])


@pytest.mark.parametrize(
    "name",
    ["contact", "default", "Subscription Status", "AcceptedCmp1", "campaign", "poutcome", "PaperlessBilling"],
)
def test_that_columns_of_real_files_are_not_mistaken(name: str):
    assert may_tell([name]) == ()


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("do_not_contact", "Y", "N"),
        ("Unsubscribed", "TRUE", "FALSE"),
        ("Désabonné", "oui", "non"),
        ("Ne pas contacter", "Oui", "Non"),
        ("Werbesperre", "ja", "nein"),
        ("keine Werbung", "J", "N"),
        ("No contactar", "Sí", "No"),
        ("não contatar", "sim", "não"),
        ("ማስታወቂያ አይፈልግም", "አዎ", "አይ"),
    ],
)
def test_that_opt_outs_are_recognised_in_many_languages(name: str, yes: str, no: str):
    column = text(name, yes, no, None)
    assert tells(column)
    assert opted_out(Table((column,))).rows.tolist() == [True, False, False]


def test_that_a_name_alone_tells_nothing():
    assert not tells(text("opt_out", "by letter", "by telephone"))
    assert not tells(number("children", 0, 1))
