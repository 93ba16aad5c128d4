"""Work that takes too long is broken off, whatever it catches, and costs its limit alone."""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from pathlib import Path

import pytest

from extractor.deadline import within
from extractor.errors import PageTimeout
from extractor.model import Result
from extractor.pages import Limits, Page
from extractor.run import Options, Outcome, outcomes

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no alarms on this system")


def endless() -> None:
    while True:
        time.sleep(0.001)


def stubborn() -> None:
    """Catches what a library might catch."""
    while True:
        with contextlib.suppress(Exception):
            endless()


@pytest.mark.parametrize("work", [endless, stubborn])
def test_endless_work_is_broken_off(work: object) -> None:
    with pytest.raises(PageTimeout) as caught:
        within(0.05, work)  # type: ignore[arg-type]
    assert caught.value.code == "page.timeout"
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_work_in_time_gives_its_value_and_leaves_no_alarm() -> None:
    before = signal.getsignal(signal.SIGALRM)
    assert within(5, lambda: 7) == 7
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) is before


def test_errors_of_the_work_pass() -> None:
    with pytest.raises(KeyError):
        within(5, lambda: {}["gone"])
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_another_thread_takes_its_time() -> None:
    values: list[int] = []
    thread = threading.Thread(target=lambda: values.append(within(0.01, lambda: (time.sleep(0.05), 7)[1])))
    thread.start()
    thread.join()
    assert values == [7]


def rendered(result: Result) -> str:
    return result.to_json() + "\n"


def read(pages: list[Page], jobs: int, seconds: float) -> list[Outcome]:
    return list(outcomes(pages, Options(), rendered, jobs, Limits(max_seconds=seconds)))


def test_a_page_over_its_time_fails_the_same_in_one_process_and_in_many(tmp_path: Path) -> None:
    text = "Kabupaten Balangan meraih UHC Awards 2026 kategori Utama di Jakarta, Selasa (27/1/2026).\n\n"
    pages = [Page(f"{n}.txt", (text * 20).encode(), "text") for n in range(3)]
    one = read(pages, 1, 0.0001)
    assert [outcome.failure and outcome.failure.code for outcome in one] == ["page.timeout"] * 3
    assert read(pages, 2, 0.0001) == one
    calm = read(pages, 1, 60)
    assert [outcome.failure for outcome in calm] == [None] * 3
    assert calm == read(pages, 1, 0)
