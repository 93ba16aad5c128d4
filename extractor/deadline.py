"""How long a piece of work may take, by the clock of the process."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import NoReturn, TypeVar

from extractor.errors import PageTimeout

T = TypeVar("T")

_AGAIN = 0.2  # seconds; an alarm that strikes where Python drops exceptions is followed by another


class _Alarm(BaseException):
    """No Exception, so that no library on the way takes it for its own."""


def within(seconds: float, work: Callable[[], T]) -> T:
    """`work()`, broken off with PageTimeout after so many seconds (0: never).

    Only the main thread of a process on a system with SIGALRM can be broken off, and only between steps of
    Python code; elsewhere the work takes its time.  What the work was changing is left half changed.
    """
    if seconds <= 0 or not _can_ring():
        return work()
    before = signal.signal(signal.SIGALRM, _ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        try:
            return work()
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    except _Alarm:
        signal.setitimer(signal.ITIMER_REAL, 0)  # the alarm may have struck before the line above
        raise PageTimeout(limit=seconds) from None
    finally:
        signal.signal(signal.SIGALRM, before)


def _ring(signum: int, frame: FrameType | None) -> NoReturn:
    raise _Alarm


def _can_ring() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
