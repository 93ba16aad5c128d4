"""How the command behaves at its edges: UTF-8 streams, Ctrl-C, closed pipes, and errors without traceback."""

from __future__ import annotations

import io
import os
import re
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn, TypeVar

import typer

from extractor.errors import DatasetBusy, DatasetDamaged, DatasetUnwritable, OutputFull, PiagamError

FAILED = 1
WRONG_USAGE = 2
STOPPED = 128 + signal.SIGINT
PIPE_CLOSED = 141  # 128 + SIGPIPE, what a shell reports for `cat` in `cat file | head`

T = TypeVar("T")

_stopped: list[BaseException] = []  # what a signal asked for, until it is heard
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]")


def steady() -> None:
    """Makes the standard streams UTF-8 with plain line feeds whatever the locale, and a polite stop stop."""
    for stream, on_error in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=on_error, newline="\n")
    signal.signal(signal.SIGINT, _interrupt)
    signal.signal(signal.SIGTERM, _terminate)
    sys.unraisablehook = _unraisable


def _unraisable(what: sys.UnraisableHookArgs) -> None:
    """Reports what Python could not raise, but for the stop that `until_stopped` raises again."""
    if what.exc_type not in (KeyboardInterrupt, Terminated):
        sys.__unraisablehook__(what)


class Terminated(SystemExit):
    """SIGTERM: it unwinds like Ctrl-C, so that temporary files go and processes end."""


def _interrupt(signum: int, frame: FrameType | None) -> NoReturn:
    _stop(KeyboardInterrupt())


def _terminate(signum: int, frame: FrameType | None) -> NoReturn:
    _stop(Terminated(128 + signum))


def _stop(how: BaseException) -> NoReturn:
    _stopped[:] = [how]
    raise how


@contextmanager
def guarded() -> Iterator[None]:
    """Turns what a user can cause into a message and an exit status."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # whoever read has left; without this the interpreter complains when it flushes at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(PIPE_CLOSED) from None
    except KeyboardInterrupt:
        say("stopped")
        raise typer.Exit(STOPPED) from None
    except Terminated:
        say("stopped")
        raise
    except (DatasetBusy, DatasetUnwritable, OutputFull) as error:  # no wrong usage: it may do the next time
        say(f"error: {error.message}")
        raise typer.Exit(FAILED) from None
    except PiagamError as error:
        say(f"error: {error.message}")
        raise typer.Exit(WRONG_USAGE) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        say(f"error: {where}{error.strerror or error}")
        raise typer.Exit(FAILED) from None
    except _database_errors() as error:
        if _is_damage(error):
            say(f"error: {DatasetDamaged(reason=error).message}")
            raise typer.Exit(WRONG_USAGE) from None
        say(f"error: the dataset cannot be read to its end: {error}")
        raise typer.Exit(FAILED) from None


def _database_errors() -> tuple[type[Exception], ...]:
    """What SQLite raises in the middle of its work; nothing while it is not at work."""
    sqlite3 = sys.modules.get("sqlite3")
    return () if sqlite3 is None else (sqlite3.DatabaseError,)


def _is_damage(error: Exception) -> bool:
    """Whether the file is to blame; a lock, a full disk for sorting and the like pass."""
    import sqlite3

    passing = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_NOMEM)
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF not in passing


def until_stopped(items: Iterable[T]) -> Iterator[T]:
    """The items, until Ctrl-C or SIGTERM.

    Python drops what a signal raises inside a `__del__`; it is raised again before the next item.
    """
    rest = iter(items)
    while True:
        if _stopped:
            raise _stopped[0]
        try:
            item = next(rest)
        except StopIteration:
            return
        yield item


def say(message: str) -> None:
    """One line on standard error; control characters in names of files do not reach the terminal."""
    typer.echo(visible(message), err=True)


def visible(text: str) -> str:
    """The text with control characters written as \\xNN."""
    return _CONTROL.sub(lambda match: f"\\x{ord(match[0]):02x}", text)
