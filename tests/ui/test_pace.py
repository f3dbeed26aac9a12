"""The Configure step tells times by this machine, once it has been measured."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from segdesk.jobs.catalogue import Job
from segdesk.model.cost import Machine
from segdesk.model.recipe import Method
from segdesk.settings import Settings
from segdesk.ui.background import Background
from segdesk.ui.pace import SETTING, Pace
from segdesk.ui.panels.configure_panel import ConfigurePanel
from segdesk.ui.session import Session
from segdesk.ui.window import MainWindow
from tests.ui.fake_runner import FakeRunner
from tests.ui.finding import child
from tests.ui.sample_dataset import COLUMNS, dataset

FOUND = Machine(2.5, has_kernel=False, memory=8 << 30)


class _Panels:
    """A window with a Configure step that notes what it is told."""

    def __init__(self) -> None:
        self.told: list[Machine] = []

    def panel(self, key: str) -> _Panels:
        assert key == "configure"
        return self

    def show_machine(self, machine: Machine) -> None:
        self.told.append(machine)


@pytest.fixture
def runner(qapp: object) -> FakeRunner:
    return FakeRunner()


@pytest.fixture
def panels() -> _Panels:
    return _Panels()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def session(runner: FakeRunner, panels: _Panels, settings: Settings) -> Session:
    opened = Session()
    glances = Background(runner)  # type: ignore[arg-type]  # it has all that is used
    window: MainWindow = panels  # type: ignore[assignment]
    opened.pace = Pace(settings, glances, opened, window)  # type: ignore[attr-defined]  # kept alive
    return opened


def test_that_the_machine_is_measured_once_a_dataset_is_open(
    session: Session, runner: FakeRunner, panels: _Panels, settings: Settings
) -> None:
    assert runner.started == []
    session.open_dataset(3)
    assert runner.started == [(Job.PACE, {})]
    runner.finish(FOUND)
    assert panels.told == [FOUND]
    assert settings[SETTING] == "2.5 plain"
    session.open_dataset(4)
    assert len(runner.started) == 1


def test_that_until_then_the_last_measure_counts(
    session: Session, runner: FakeRunner, panels: _Panels, settings: Settings
) -> None:
    settings[SETTING] = "0.8 kernel"
    session.open_dataset(3)
    assert panels.told == [Machine(0.8, has_kernel=True)]
    runner.finish(FOUND)
    assert panels.told == [Machine(0.8, has_kernel=True), FOUND]


def test_that_a_slower_machine_is_told_a_longer_time(qtbot: QtBot) -> None:
    panel = ConfigurePanel()
    qtbot.addWidget(panel)
    panel.show_machine(FOUND)  # before there is a dataset
    panel.show_dataset(dataset(rows=40_000), COLUMNS)
    cost = child(panel, QLabel, "cost")
    slow = cost.text()
    panel.show_machine(replace(FOUND, slowness=250))
    assert cost.text() != slow


def test_that_what_wont_fit_is_told_with_the_limit_before_the_run(qtbot: QtBot) -> None:
    panel = ConfigurePanel()
    qtbot.addWidget(panel)
    panel.show_dataset(dataset(rows=100_000), COLUMNS)
    panel.show_machine(FOUND)
    child(panel, QPushButton, f"method_{Method.COMPLETE}").click()
    # 100,000 · 99,999 / 2 distances of 4 bytes are 20 GB; 8 GB hold those of some 65,000 customers.
    cost = child(panel, QLabel, "cost").text()
    assert "100,000" in cost
    assert "65,4" in cost
    child(panel, QPushButton, f"method_{Method.WARD}").click()
    assert "65,4" not in child(panel, QLabel, "cost").text()
