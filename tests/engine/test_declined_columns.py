"""A proposal that the user doesn't take: the file's column stands for none of the run's."""

from __future__ import annotations

from segdesk.engine.schema_doctor import mapped
from segdesk.model.placement import Renamed, SchemaMatch


def test_that_a_declined_proposal_leaves_its_column_missing_and_the_files_one_new():
    match = SchemaMatch(renamed=(Renamed("income", "outcome", 0.7, is_same_word=False),))
    found = mapped(match, {"outcome": ""}, {})
    assert (found.renamed, found.missing, found.added) == ((), ("income",), ("outcome",))


def test_that_a_declined_column_can_be_replaced_by_another():
    match = SchemaMatch(
        renamed=(Renamed("income", "outcome", 0.7, is_same_word=False),), added=("salary", "shoes")
    )
    found = mapped(match, {"outcome": "", "salary": "income"}, {})
    assert [(each.old, each.new) for each in found.renamed] == [("income", "salary")]
    assert (found.missing, found.added) == ((), ("outcome", "shoes"))
