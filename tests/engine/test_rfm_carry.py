"""What lines say of their customer stands in the customer's row; what they say of the sale doesn't."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from segdesk.engine.rfm import CustomersTable, customers_from
from segdesk.model.notes import Note
from segdesk.model.reading import Dialect, LeftOut, Receipt
from segdesk.model.roles import ColumnRole
from segdesk.model.table import Column, Table
from segdesk.model.transactions import TransactionColumns
from tests.engine.tables import date, number, table, text

CUSTOMERS, VISITS = 40, 3
COLUMNS = TransactionColumns(customer="customer", date="date", amount="amount")


def sales(*more: Column) -> Table:
    """Make 40 customers with three lines each, on 1, 2 and 3 January, one round after the other."""
    rounds = [(visit, who) for visit in range(VISITS) for who in range(CUSTOMERS)]
    return table(
        text("customer", [f"K{who}" for _, who in rounds]),
        date("date", [f"2024-01-0{1 + visit}" for visit, _ in rounds]),
        number("amount", [10.0 + who for _, who in rounds]),
        *more,
    )


def per_line(make: Callable[[int, int], str]) -> list[str]:
    return [make(visit, who) for visit in range(VISITS) for who in range(CUSTOMERS)]


def carried(*more: Column) -> CustomersTable:
    return customers_from(sales(*more), COLUMNS)


def words(made: CustomersTable, name: str) -> list[str | None]:
    column = made.table.column(name)
    return [column.levels[code] if code >= 0 else None for code in column.values.tolist()]


def names(made: CustomersTable) -> list[str]:
    """Give what stands between the customer and the first figure."""
    found = [column.name for column in made.table.columns]
    return found[1 : found.index("recency_days")]


def facts(made: CustomersTable) -> Sequence[dict[str, object]]:
    return [dict(note.facts) for note in made.notes if note.code == "rfm.carried"]


def test_that_what_all_lines_of_a_customer_say_stands_in_their_row() -> None:
    made = carried(
        text("gender", per_line(lambda _, who: "FM"[who % 2])),
        number("income", [100.0 * (i % CUSTOMERS) for i in range(VISITS * CUSTOMERS)]),
        date("born", per_line(lambda _, who: f"1980-01-{1 + who % 28:02}")),
    )
    assert names(made) == ["gender", "income", "born"]
    assert words(made, "gender") == ["F", "M"] * 20
    assert made.table.column("income").values[:3].tolist() == [0, 100, 200]
    assert str(made.table.column("born").values[27])[:10] == "1980-01-28"
    assert facts(made) == [{"columns": "gender, income, born", "count": 3, "several": 0}]
    roles = {summary.name: summary.role for summary in made.summaries}
    assert roles["gender"] is ColumnRole.CATEGORY


def test_that_a_few_movers_get_their_last_known_town() -> None:
    # Two of 40 moved, 5 %; customer 1's last line doesn't say where they live.
    towns = per_line(lambda _, who: ("Adama", "Bahir Dar", "Hawassa")[who % 3])
    towns[2 * CUSTOMERS + 0], towns[CUSTOMERS + 1], towns[2 * CUSTOMERS + 1] = "Gondar", "Jimma", ""
    made = carried(text("town", towns))
    assert words(made, "town")[:3] == ["Gondar", "Jimma", "Hawassa"]
    assert facts(made)[0]["several"] == 2


def test_that_three_movers_in_forty_are_too_many() -> None:
    towns = per_line(lambda _, who: ("Adama", "Bahir Dar", "Hawassa")[who % 3])
    towns[0] = towns[1] = towns[2] = "Gondar"
    assert names(carried(text("town", towns))) == []


def test_that_what_is_said_of_the_sale_stays_there() -> None:
    made = carried(
        text("payment", per_line(lambda visit, who: ("cash", "card")[(visit + who) % 2])),
        # One gift among 120 lines: 39 of 40 customers have one value, but by chance it would be so too.
        text("gift", per_line(lambda visit, who: "yes" if (visit, who) == (0, 0) else "no")),
        text("shop", per_line(lambda _visit, _who: "Bole")),
    )
    assert names(made) == []
    assert facts(made) == []


def test_that_a_name_that_is_taken_is_given_another() -> None:
    made = carried(text("lines", per_line(lambda _, who: "AB"[who % 2])))
    assert names(made) == ["lines_on_lines"]
    assert made.table.column("lines").values[0] == VISITS


def test_that_customers_of_one_line_prove_nothing() -> None:
    few = table(
        text("customer", [f"K{i}" for i in range(30)]),
        date("date", ["2024-01-01"] * 30),
        number("amount", range(30)),
        text("payment", ["cash", "card"] * 15),
    )
    assert names(customers_from(few, COLUMNS)) == []


def test_that_lines_left_out_are_named_by_their_place_in_the_file() -> None:
    blank = sales()
    amounts = blank.column("amount").values.copy()
    amounts[[0, 4, *range(10, 20)]] = float("nan")
    lines = replace(
        blank,
        columns=(*blank.columns[:2], number("amount", amounts.tolist())),
        dialect=Dialect("utf-8", header_row=2),
        # A title, the headings, 120 rows, and a blank line 5 among them.
        receipt=Receipt(123, 120, (LeftOut(Note("note.blank_rows"), 1, (5,)),), 0, 0, "", "", ()),
    )
    receipt = customers_from(lines, COLUMNS).table.receipt
    assert receipt is not None
    (out,) = receipt.left_out
    # Row 0 is line 3, row 1 line 4, row 2 line 6 …; ten of the twelve are named.
    assert (out.reason.code, out.count) == ("rfm.lines_without_amount", 12)
    assert out.lines == (3, 8, *range(14, 22))
