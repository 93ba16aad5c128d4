"""A run's files while they grow: parts beside their places, and a log of how far the parts are whole.

`FILE.part` and `ERRORS.part` become FILE and ERRORS at the end.  `FILE.part.log` holds what the run was asked
for, and lines that say: after so many pages the parts had these sizes.  A run that was stopped, by whatever
means, goes on from the last such line; what the parts hold beyond it is written anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from extractor.cli.guard import say
from extractor.errors import OutputBusy, OutputError, ResumeMismatch

try:
    import fcntl
except ImportError:  # a system without such locks has no guard against two runs on one file
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from extractor.pages import FailedPage, Page
    from extractor.run import Outcome

_EVERY = 16  # pages between two lines of the log
_SECONDS = 1.0  # or so much time: slow pages are dear


@dataclass(frozen=True, slots=True)
class Done:
    """How far a run is: pages, those that failed and were left out among them, sizes of the parts, digest of
    the pages' names."""

    pages: int = 0
    failed: int = 0
    left_out: int = 0
    sizes: tuple[int, ...] = ()
    trail: str = hashlib.sha256().hexdigest()
    whole: bool = False


class Journal:
    """Takes outcomes into the parts; the counts are those of the whole, the interrupted run included."""

    def __init__(self, output: Path, log: BinaryIO, done: Done) -> None:
        self.pages, self.failed, self.left_out = done.pages, done.failed, done.left_out
        self.logged = done
        self.parts: list[BinaryIO] = []
        self._output = output
        self._log = log
        self._trail = hashlib.sha256()
        self._time = time.monotonic()

    def past(self, pages: Iterator[Page | FailedPage]) -> Iterator[Page | FailedPage]:
        """The pages still to be read.  Raises ResumeMismatch if those before are not the ones known."""
        if self.logged.whole:
            return
        for _ in range(self.logged.pages):
            page = next(pages, None)
            self._trail.update(b"" if page is None else _named(page.source))
        if self._trail.hexdigest() != self.logged.trail:
            raise ResumeMismatch(path=str(self._output), what="pages")
        yield from pages

    def take(self, outcome: Outcome) -> None:
        """Writes one outcome."""
        texts = (outcome.text, outcome.line)
        for part, text in zip(self.parts, texts, strict=False):
            part.write(text.encode("utf-8"))
        self.pages += 1
        self.failed += outcome.failure is not None
        self.left_out += outcome.left_out
        self._trail.update(_named(outcome.source))
        if self.pages - self.logged.pages >= _EVERY or time.monotonic() - self._time > _SECONDS:
            self.note()

    def note(self, *, whole: bool = False) -> None:
        """Says in the log that the parts are whole up to here."""
        for part in self.parts:
            part.flush()
        sizes = tuple(os.fstat(part.fileno()).st_size for part in self.parts)
        self.logged = Done(self.pages, self.failed, self.left_out, sizes, self._trail.hexdigest(), whole)
        self._log.write(json.dumps(asdict(self.logged)).encode("utf-8") + b"\n")
        self._log.flush()
        self._time = time.monotonic()


def into_place(part: Path, path: Path) -> None:
    """A part that is whole becomes what it is a part of."""
    part.replace(path)


@contextmanager
def kept(
    output: Path,
    errors: Path | None,
    asked: Mapping[str, str],
    *,
    head: str,
    finish: Callable[[Path, Path], None],
    resume: bool,
) -> Iterator[Journal]:
    """A journal for `output`, which begins with `head`; `finish` brings its part into its place.

    After an exception the parts stay if any page is logged; `resume` and the same `asked` go on from there.
    Raises OutputError, OutputBusy, ResumeMismatch.
    """
    wanted = [output.resolve()] + ([errors.resolve()] if errors else [])
    if len(set(wanted)) < len(wanted):
        raise OutputError(path=str(output), reason="results and errors cannot share a file")
    parts = [path.with_name(f"{path.name}.part") for path in wanted]
    log_path = parts[0].with_name(f"{parts[0].name}.log")
    with ExitStack() as stack:
        log = stack.enter_context(_locked(log_path, output))
        done = _earlier(output, log, parts, asked, resume=resume)
        journal = Journal(output, log, done)
        try:
            if not done.whole:
                files = zip(parts, wanted, strict=True)
                journal.parts = [stack.enter_context(_opened(part, path)) for part, path in files]
                _ready(log, journal, asked, head)
            yield journal
            if not done.whole:
                journal.note(whole=True)
            for part, path, put in reversed(list(zip(parts, wanted, (finish, into_place), strict=False))):
                if part.exists():  # one already in its place when the run was killed is not there
                    put(part, path)
            log_path.unlink()
        except BaseException:
            if journal.logged.pages:
                say(f"kept: {journal.logged.pages} pages; the same command with --resume goes on from there")
            else:
                for path in (*parts, log_path):
                    path.unlink(missing_ok=True)
            raise


def _ready(log: BinaryIO, journal: Journal, asked: Mapping[str, str], head: str) -> None:
    """Brings the parts to where the log says they are whole; a new run begins with `head`."""
    done = journal.logged
    for file, size in zip(journal.parts, done.sizes or (0, 0), strict=False):
        file.truncate(size)
        file.seek(size)
    if not done.pages:
        log.seek(0)
        log.truncate()
        log.write(json.dumps(dict(asked), sort_keys=True).encode("utf-8") + b"\n")
        journal.parts[0].write(head.encode("utf-8"))
        journal.note()


def _earlier(
    output: Path, log: BinaryIO, parts: Sequence[Path], asked: Mapping[str, str], *, resume: bool
) -> Done:
    """How far an interrupted run came; nothing is done where there is none to go on with."""
    lines = log.read().splitlines(keepends=True)
    done = next((found for line in reversed(lines[1:]) if (found := _fitting(line, parts))), Done())
    if not done.pages:
        return Done()
    if not resume:
        say(f"dropped: {done.pages} pages of an interrupted run; --resume would have gone on from there")
        return Done()
    before = json.loads(lines[0])
    other = [name for name in {**before, **asked} if before.get(name) != asked.get(name)]
    if other:
        raise ResumeMismatch(path=str(output), what=", ".join(other))
    return done


def _fitting(line: bytes, parts: Sequence[Path]) -> Done | None:
    """The log's line, if it is whole and the parts hold at least what it says."""
    if not line.endswith(b"\n"):
        return None
    try:
        values = json.loads(line)
        done = Done(**{**values, "sizes": tuple(values["sizes"])})
    except (ValueError, TypeError, KeyError):
        return None
    sizes = [part.stat().st_size if part.exists() else -1 for part in parts]
    fits = len(sizes) == len(done.sizes) and all(
        size >= logged or (done.whole and size < 0) for size, logged in zip(sizes, done.sizes, strict=True)
    )
    return done if fits else None


@contextmanager
def _locked(path: Path, wanted: Path) -> Iterator[BinaryIO]:
    """The log, open for one run alone."""
    while True:
        with _opened(path, wanted) as log:
            if fcntl is not None:
                try:
                    fcntl.flock(log, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except OSError:
                    raise OutputBusy(path=str(wanted)) from None
            if os.fstat(log.fileno()).st_nlink:  # else another run ended just before, and removed it
                yield log
                return


def _opened(path: Path, wanted: Path) -> BinaryIO:
    """The file, made if need be, for reading and writing from its start."""
    try:
        return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o666), "r+b")
    except OSError as error:
        raise OutputError(path=str(wanted), reason=error.strerror or str(error)) from error


def _named(source: str) -> bytes:
    return source.encode("utf-8") + b"\0"
