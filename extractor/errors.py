"""Typed errors: every failure a user can meet has a code, a title and a message that says what to do next."""

from __future__ import annotations

from typing import ClassVar


class PiagamError(Exception):
    """Base of all errors Piagam raises on purpose.

    A subclass gives `code` (stable, for machines), `title` (a few words) and `template`
    (one sentence for people, filled with the keyword arguments of the constructor).
    """

    code: ClassVar[str] = "piagam.error"
    title: ClassVar[str] = "Error"
    template: ClassVar[str] = "{note}"

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.template.format(**values))

    def __reduce__(self) -> tuple[object, ...]:
        """Errors travel between processes as their class and values; the default would pass the message."""
        return _remade, (type(self), self.values)

    @property
    def message(self) -> str:
        return str(self)


def _remade(kind: type[PiagamError], values: dict[str, object]) -> PiagamError:
    return kind(**values)


class PageError(PiagamError):
    """A page that cannot be read: it becomes a result with `error`, and the run goes on."""

    code = "page.error"
    title = "Page cannot be read"


class PageMissing(PageError):
    code = "page.missing"
    title = "No such page"
    template = "there is no file or folder {path!r}; check the path"


class PageUnreadable(PageError):
    code = "page.unreadable"
    title = "Page cannot be opened"
    template = "{path!r} cannot be opened: {reason}"


class PageChanged(PageError):
    code = "page.changed"
    title = "Page changed while it was read"
    template = "{path!r} changed while it was read; read it again once it is whole"


class PageEmpty(PageError):
    code = "page.empty"
    title = "Empty page"
    template = "the page holds no bytes; save it again"


class PageBinary(PageError):
    code = "page.binary"
    title = "Not a text page"
    template = "the page is {kind}, not HTML or text; give the saved page itself"


class PageOverLimit(PageError):
    """A page that costs more than it may; with a higher limit it may be read."""

    code = "page.over_limit"
    title = "Page over a limit"


class PageTooLarge(PageOverLimit):
    code = "page.too_large"
    title = "Page over the size limit"
    template = "the page has {size} bytes, more than the limit of {limit}; raise --max-bytes to read it"


class PageTooInflated(PageOverLimit):
    code = "page.too_inflated"
    title = "Page unpacks to too much"
    template = "unpacking was broken off after {limit} bytes{rest}; raise --max-inflated to read on"
    REST = ", and what follows in the file was not read"


class PageTooDeep(PageOverLimit):
    code = "page.too_deep"
    title = "Page over the depth limit"
    template = "the page's elements lie more than {limit} deep inside each other; it is no article as it is"


class PageInvalidJson(PageError):
    code = "page.invalid_json"
    title = "Invalid JSON row"
    template = "the row is no JSON object: {reason}"


class PageTooLong(PageOverLimit):
    code = "page.too_long"
    title = "Article over the length limit"
    template = "the article has {size} characters, more than the limit of {limit}; raise --max-characters"


class PageNoContent(PageError):
    code = "page.no_content"
    title = "Row without a page"
    template = "the row holds none of html, text, body, content; name the field that holds the page so"


class PageNoText(PageError):
    code = "page.no_text"
    title = "No article text"
    template = "no article text was found on the page; it may be a list of links or need a browser to show"


class PageCrashed(PageError):
    code = "page.crashed"
    title = "Page ends the process"
    template = "reading the page ended its process, perhaps for want of memory; --jobs 1 shows why"


class PageFault(PageError):
    code = "page.fault"
    title = "Fault in Piagam"
    template = (
        "reading the page met a fault of Piagam itself ({fault} at {place}); please report it with the page"
    )


class PageTimeout(PageOverLimit):
    code = "page.timeout"
    title = "Page over the time limit"
    template = "reading the page took longer than {limit:g} seconds; raise --max-seconds to read it"


class PageDamaged(PageError):
    code = "page.damaged"
    title = "Damaged page"
    template = "the page's data is damaged: {reason}; fetch the file again"


class PageNeedsExtra(PageError):
    code = "page.needs_extra"
    title = "Libraries are not installed"
    template = 'files of this kind need further libraries; install them with: pip install "piagam[{extra}]"'


class ProgrammeInvalid(PiagamError):
    """A programme's YAML file that cannot be used."""

    code = "programme.invalid"
    title = "Invalid award programme"
    template = "{path!r} is no valid programme: {problems}"


class OutputError(PiagamError):
    """A file that cannot be written."""

    code = "output.unwritable"
    title = "Output cannot be written"
    template = "{path!r} cannot be written: {reason}"


class OutputFull(OutputError):
    """A file that the disk had no room for: it may have next time."""

    code = "output.full"
    title = "Disk is full"


class OutputBusy(PiagamError):
    code = "output.busy"
    title = "Output in use"
    template = "another run is writing {path!r}; wait for its end or choose another name"


class ResumeMismatch(PiagamError):
    """The parts of an interrupted run belong to a run that was asked for something else."""

    code = "resume.mismatch"
    title = "Another run was interrupted"
    template = "{path!r} was begun with other {what}; repeat them, or leave --resume out to begin anew"


class ResumeImpossible(PiagamError):
    code = "resume.impossible"
    title = "Run cannot be resumed"
    template = "--resume needs {need}"


class CorpusInvalid(PiagamError):
    """A corpus, or a file of it, that cannot be scored."""

    code = "corpus.invalid"
    title = "Invalid corpus"
    template = "{path!r} is no valid corpus: {reason}"


class ResultsInvalid(PiagamError):
    """A file of results that Piagam did not write."""

    code = "results.invalid"
    title = "Invalid results"
    template = "row {number} is no result of `piagam extract`: {reason}"


class DatasetError(PiagamError):
    """A dataset that cannot be used."""

    code = "dataset.error"
    title = "Dataset cannot be used"


class DatasetMissing(DatasetError):
    code = "dataset.missing"
    title = "No such dataset"
    template = "there is no dataset {path!r}; `piagam build` makes it"


class DatasetInvalid(DatasetError):
    code = "dataset.invalid"
    title = "Not a dataset"
    template = "{path!r} is no usable dataset: {reason}"


class DatasetDamaged(DatasetError):
    code = "dataset.damaged"
    title = "Damaged dataset"
    template = "the dataset is damaged: {reason}; `piagam build` makes it anew from its pages"


class DatasetOlder(DatasetError):
    code = "dataset.older"
    title = "Dataset of an earlier version"
    template = "{path!r} has an earlier schema; `piagam export` or `piagam build` brings it forward"


class DatasetNewer(DatasetError):
    code = "dataset.newer"
    title = "Dataset of a later version"
    template = "{path!r} has schema {version}, this version of Piagam knows {known}; install a newer one"


class DatasetBusy(DatasetError):
    code = "dataset.busy"
    title = "Dataset in use"
    template = "another build is at work on {path!r}; try again when it is done"


class DatasetLocked(DatasetBusy):
    code = "dataset.locked"
    title = "Dataset locked"
    template = "another program keeps {path!r} locked; try again when it is done"


class DatasetUnwritable(DatasetError):
    code = "dataset.unwritable"
    title = "Dataset cannot be written"
    template = "{path!r} cannot be written: {reason}; what was stored before is kept"


class DecisionsInvalid(DatasetError):
    code = "decisions.invalid"
    title = "Invalid decisions"
    template = "row {row} of {path!r} is no decision: {reason}; no row was taken"


class ExtraMissing(PiagamError):
    """Something was asked for whose libraries are not installed."""

    code = "extra.missing"
    title = "Libraries are not installed"
    template = 'this needs further libraries; install them with: pip install "piagam[{extra}]"'


class EngineLost(PiagamError):
    """A distributed engine ended before its work was done."""

    code = "engine.lost"
    title = "Engine ended early"
    template = (
        "the engine {engine} ended before its work was done; the same command goes on from there: {reason}"
    )


class EngineMismatch(PiagamError):
    """A folder of partitions belongs to a run that was asked for something else."""

    code = "engine.mismatch"
    title = "Folder of another run"
    template = "{path!r} holds the partitions of a run with other {what}; repeat them, or give another folder"
