"""The table of limits says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import typer.main

from extractor import errors
from extractor.cli import app
from extractor.pages import page

DOCUMENT = (Path(__file__).parents[2] / "docs" / "robustness.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| [^|]+ \| (\d+) \| (?:`(--[a-z-]+)`)? ?\| `(page\.\w+)` \|$", DOCUMENT, re.MULTILINE)


def test_defaults_are_those_of_the_program() -> None:
    told = {code: float(default) for default, _, code in ROWS}
    assert told == {
        errors.PageTooLarge.code: page.DEFAULT_MAX_BYTES,
        errors.PageTimeout.code: page.DEFAULT_MAX_SECONDS,
        errors.PageTooLong.code: page.DEFAULT_MAX_CHARACTERS,
    }


def test_options_have_the_defaults_of_the_table() -> None:
    extract = typer.main.get_command(app).commands["extract"]  # type: ignore[attr-defined]
    defaults = {option: param.default for param in extract.params for option in param.opts}
    assert [defaults[option] for _, option, _ in ROWS if option] == [
        float(default) for default, option, _ in ROWS if option
    ]


def test_codes_are_in_the_contract() -> None:
    contract = (Path(__file__).parents[2] / "docs" / "contract.md").read_text(encoding="utf-8")
    assert all(f"| `{code}` |" in contract for _, _, code in ROWS)
