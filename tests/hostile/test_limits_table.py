"""The table of limits says what the program does."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest
import typer.main

from extractor import errors
from extractor.cli import app
from extractor.limits import DEFAULTS

DOCUMENT = (Path(__file__).parents[2] / "docs" / "robustness.md").read_text(encoding="utf-8")
ROWS = re.findall(
    r"^\| [^|]+ \| (\d+) \| `(max_\w+)` \| `(--[a-z-]+)` \| `(page\.\w+)` \|$", DOCUMENT, re.MULTILINE
)


def test_each_limit_has_its_row_with_its_default_in_their_order() -> None:
    assert [(name, float(default)) for default, name, _, _ in ROWS] == list(asdict(DEFAULTS).items())


@pytest.mark.parametrize("command", ["extract", "build", "check"])
def test_options_have_the_defaults_of_the_table(command: str) -> None:
    params = typer.main.get_command(app).commands[command].params  # type: ignore[attr-defined]
    defaults = {option: param.default for param in params for option in param.opts if "--max-" in option}
    assert defaults == {option: float(default) for default, _, option, _ in ROWS}
    assert all(option == f"--{name.replace('_', '-')}" for _, name, option, _ in ROWS)


def test_each_code_of_a_limit_has_its_row_and_stands_in_the_contract() -> None:
    codes = [code for _, _, _, code in ROWS]
    assert sorted(codes) == sorted(kind.code for kind in errors.PageOverLimit.__subclasses__())
    contract = (Path(__file__).parents[2] / "docs" / "contract.md").read_text(encoding="utf-8")
    assert all(f"| `{code}` |" in contract for code in codes)
