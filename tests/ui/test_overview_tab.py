from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from segdesk.model.notes import Note
from segdesk.model.result import Band, Excluded, Trait
from segdesk.ui import theme
from segdesk.ui.panels.results.overview_tab import OverviewTab
from segdesk.ui.panels.results.segment_card import telling_traits
from segdesk.ui.session import View
from segdesk.words import wording
from tests.ui.sample_views import FEATURES, quality, view_of

# Eight customers: segments of 5, 2 and 1; then two of 5 and 3.
THREE = (0, 0, 0, 0, 0, 1, 1, 2)
TWO = (0, 0, 0, 0, 0, 1, 1, 1)


@pytest.fixture
def tab(qtbot: QtBot) -> OverviewTab:
    """Give an empty tab at the size it has in a window of 1366 x 768."""
    result = OverviewTab()
    qtbot.addWidget(result)
    result.resize(1318, 520)
    result.show()
    return result


def words(tab: QWidget, name: str) -> str:
    """Give what a label says."""
    found = tab.findChild(QLabel, name)
    assert found is not None
    return found.text()


def segment_card(tab: QWidget, number: int) -> QAbstractButton:
    """Give a segment's card."""
    found = tab.findChild(QAbstractButton, f"segment_card_{number}")
    assert found is not None
    return found


def all_words(widget: QWidget) -> list[str]:
    """Give what every visible label says."""
    return [found.text() for found in widget.findChildren(QLabel) if found.isVisibleTo(widget)]


def test_that_the_cards_tell_the_figures(tab: OverviewTab):
    tab.show_view(view_of(THREE))
    assert words(tab, "customers_figure") == "8"
    assert words(tab, "segments_figure") == "3"
    assert words(tab, "segments_detail") == "from 1 to 5 customers"
    # Three measures and two categories, fifteen features.
    assert words(tab, "columns_figure") == "5"
    assert words(tab, "columns_detail") == "15 features after encoding"
    assert words(tab, "silhouette_figure") == "0.53"


@pytest.mark.parametrize(
    ("band", "name", "meaning"),
    [
        (Band.EXCELLENT, "Excellent", "Strong structure"),
        (Band.GOOD, "Good", "Reasonable structure"),
        (Band.FAIR, "Fair", "Weak structure"),
        (Band.POOR, "Poor", "may be artificial"),
    ],
)
def test_that_each_band_is_said_in_words(tab: OverviewTab, band: Band, name: str, meaning: str):
    # The words of SegmentIQ, SYSTEMS.md section 1.
    tab.show_view(view_of(THREE, made=quality(0.4, band=band)))
    assert words(tab, "silhouette_band") == name
    assert meaning in words(tab, "silhouette_meaning")


def test_that_a_sampled_silhouette_says_how_sure_it_is(tab: OverviewTab):
    unknown = float("nan")
    silhouettes = [0.1, 0.2, unknown, 0.3, unknown, 0.5, 0.1, unknown]
    tab.show_view(view_of(THREE, made=quality(0.5, 0.0123), silhouettes=silhouettes))
    assert words(tab, "silhouette_detail") == "± 0.012 standard error, from a sample of 5 customers"
    tab.show_view(view_of(THREE))
    assert words(tab, "silhouette_detail") == ""


def test_that_a_segment_says_name_size_and_traits(tab: OverviewTab):
    view = view_of(THREE)
    tab.show_view(view)
    card = segment_card(tab, 0)
    # 5 of 8 customers.
    assert words(card, "segment_name_0") == view.names[0]
    assert "customers · 62%" in all_words(card)
    assert "Higher annual income: 88,000 against 52,000" in all_words(card)
    assert card.accessibleName() == view.names[0]
    assert "5 customers · 62%" in card.accessibleDescription()


def test_that_two_or_three_traits_are_told():
    strong, fair, faint = (Trait(f"c{i}", effect, 2, 1) for i, effect in enumerate((0.9, -0.3, 0.1)))
    level = Trait("tier", 0.5, 0.62, 0.21, "Gold")
    assert telling_traits((strong, fair, faint)) == ["Higher c0: 2 against 1", "Lower c1: 2 against 1"]
    assert len(telling_traits((strong, fair, level, strong))) == 3
    assert len(telling_traits((strong, level, fair))) == 2
    assert telling_traits((faint,)) == ["Close to all customers in every column."]


def test_that_a_trait_with_equal_medians_is_not_told():
    # Means differ, but "0 against 0" would tell nobody anything.
    assert telling_traits((Trait("kids", -0.9, 0.0, 0.0), Trait("age", 0.9, 40, 30))) == [
        "Higher age: 40 against 30"
    ]


def test_that_a_click_and_enter_open_a_segment(tab: OverviewTab, qtbot: QtBot):
    tab.show_view(view_of(THREE))
    with qtbot.waitSignal(tab.segment_opened) as opened:
        qtbot.mouseClick(segment_card(tab, 1), Qt.MouseButton.LeftButton)
    assert opened.args == [1]
    with qtbot.waitSignal(tab.segment_opened) as opened:
        qtbot.keyClick(segment_card(tab, 2), Qt.Key.Key_Return)
    assert opened.args == [2]


def test_that_a_smaller_cut_hides_the_cards_it_does_not_need(tab: OverviewTab):
    view = view_of(THREE, TWO)
    tab.show_view(view)
    tab.show_view(replace(view, segments=2))
    assert not segment_card(tab, 2).isVisible()
    assert words(tab, "segments_figure") == "2"


def test_that_twenty_segments_fit_by_scrolling(tab: OverviewTab, qtbot: QtBot):
    tab.show_view(view_of([*range(20), *range(20)]))
    scroll = tab.findChild(QScrollArea, "overview_scroll")
    assert scroll is not None
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
    assert segment_card(tab, 19).isVisible()
    assert scroll.horizontalScrollBar().maximum() == 0


def test_that_cards_stand_in_one_column_where_two_do_not_fit(tab: OverviewTab, qtbot: QtBot):
    tab.show_view(view_of(THREE))
    qtbot.waitUntil(lambda: segment_card(tab, 1).x() > segment_card(tab, 0).x())
    tab.resize(600, 500)
    qtbot.waitUntil(lambda: segment_card(tab, 1).x() == segment_card(tab, 0).x())


def test_that_an_automatic_number_is_called_a_suggestion(tab: OverviewTab, qtbot: QtBot):
    view: View = view_of(THREE, TWO, suggested=True)
    tab.show_view(view)
    assert words(tab, "suggestion").startswith("SegDesk suggests 3 segments.")
    button = tab.findChild(QPushButton, "open_how_many")
    assert button is not None
    with qtbot.waitSignal(tab.how_many_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    tab.show_view(view_of(THREE))
    suggestion = tab.findChild(QLabel, "suggestion")
    assert suggestion is not None
    assert not suggestion.isVisible()


def test_that_used_and_left_out_columns_are_listed_with_reasons(
    tab: OverviewTab, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(wording, "note_text", lambda note: f"said: {note.code}")
    features = replace(
        FEATURES,
        excluded=(Excluded("id", Note("reason.row_number")), Excluded("copy", Note("reason.near_copy"))),
        notes=(Note("prepare.filled"),),
    )
    tab.show_view(view_of(THREE, features=features))
    assert words(tab, "used_categories").replace("\u200b", "") == "region, membership_tier"
    card = tab.findChild(QWidget, "feature_card")
    assert card is not None
    told = all_words(card)
    assert told[told.index("id") + 1] == "said: reason.row_number"
    assert told[told.index("copy") + 1] == "said: reason.near_copy"
    assert "said: prepare.filled" in told


def test_that_pca_is_shown_only_where_it_was_used(tab: OverviewTab, qtbot: QtBot):
    tab.show_view(view_of(THREE))
    assert tab.findChild(QWidget, "pca_bars") is None
    shares = (0.6, 0.3)
    features = replace(
        FEATURES, pca_applied=True, pca_components=2, pca_explained_variance=0.9, pca_variances=shares
    )
    tab.show_view(view_of(THREE, features=features))
    bars = tab.findChild(QWidget, "pca_bars")
    assert bars is not None
    assert "60%, 30%" in bars.accessibleDescription()
    assert words(tab, "pca_total") == "2 directions keep 90% of the variation."
    qtbot.waitUntil(lambda: bars.width() > 100)
    # Near the right end only the larger direction's bar is painted; rows are 20 pixels high.
    picture, ratio = bars.grab().toImage(), bars.devicePixelRatioF()
    first, second = (picture.pixelColor(int((bars.width() - 60) * ratio), int(y * ratio)) for y in (10, 30))
    assert first == theme.current().colour("soft")
    assert second != first
