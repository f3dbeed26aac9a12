"""A machine's pace is measured, written down and read again."""

from __future__ import annotations

import pytest

from segdesk.model.cost import REFERENCE, Machine, estimate
from segdesk.model.recipe import Method
from segdesk.tasks.pace import measure_pace


def test_that_a_machine_is_measured_within_what_can_be() -> None:
    found = measure_pace(lambda _: None)
    assert 0.05 <= found.slowness <= 20
    assert found.memory > 1 << 20


@pytest.mark.parametrize("machine", [Machine(1.25, True), Machine(0.5, False), Machine(12.3, True)])
def test_that_a_machine_is_read_as_it_was_written(machine: Machine) -> None:
    assert Machine.of(machine.text) == machine


@pytest.mark.parametrize(
    "text", ["", "kernel", "1.5", "fast kernel", "-1 kernel", "0 plain", "1 hyper", "1e5 plain"]
)
def test_that_what_isnt_a_machine_is_none(text: str) -> None:
    assert Machine.of(text) is None


def test_that_a_machine_of_half_the_speed_takes_twice_as_long() -> None:
    slow, usual = (estimate(50_000, 20, Method.KMEANS, each) for each in (Machine(2.0), REFERENCE))
    assert slow.seconds == pytest.approx(2 * usual.seconds)
    assert slow.memory == usual.memory


def test_that_without_the_kernel_ward_takes_longer() -> None:
    plain = estimate(100_000, 20, Method.WARD, Machine(has_kernel=False))
    assert plain.seconds > 10 * estimate(100_000, 20, Method.WARD, REFERENCE).seconds
