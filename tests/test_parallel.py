"""Work in many processes is that of one, in order, and a process that dies costs its item alone."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator

import pytest

from extractor.errors import PageBinary, PageError
from extractor.parallel import AHEAD, ordered_map


def make_square() -> Callable[[int], int]:
    return square


def square(item: int) -> int:
    if item == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return item * item


def make_message() -> Callable[[PageError], str]:
    return str


def lost(item: int) -> int:
    return -item


@pytest.mark.parametrize("jobs", [1, 2])
def test_outcomes_come_in_order(jobs: int) -> None:
    assert list(ordered_map(make_square, range(12), jobs, lost)) == [i * i for i in range(12)]


def test_an_item_that_kills_its_process_is_lost_alone() -> None:
    wanted = [i * i if i != 13 else -13 for i in range(10, 18)]
    assert list(ordered_map(make_square, range(10, 18), 2, lost)) == wanted


def test_only_a_bounded_number_of_items_is_taken_ahead() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for item in range(100, 1000):
            taken.append(item)
            yield item

    run = ordered_map(make_square, items(), 2, lost)
    next(run)
    run.close()  # type: ignore[attr-defined]
    assert len(taken) <= 2 * AHEAD


def test_errors_travel_between_processes() -> None:
    error = PageBinary(kind="a PDF document")
    assert list(ordered_map(make_message, [error], 2, str)) == [str(error)]
