"""The documents say what the program does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from extractor import errors
from extractor.cli import app
from extractor.cli.formats import COLUMNS
from extractor.core import Extractor
from extractor.pages import Page

ROOT = Path(__file__).parents[1]
CLI = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## `(piagam [^`]+)`\n(.*?)(?=^## |\Z)", CLI, re.MULTILINE | re.DOTALL))


def commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Every command that does something, with its full name."""
    below = getattr(command, "commands", None)
    if below is None:
        yield name, command
    else:
        for part, child in below.items():
            yield from commands(child, f"{name} {part}")


COMMANDS = dict(commands(typer.main.get_command(app), "piagam"))


def test_every_command_has_its_section_and_none_is_invented() -> None:
    assert sorted(SECTIONS) == sorted(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_is_documented_and_none_is_invented(name: str) -> None:
    section = SECTIONS[name]
    rows = "\n".join(re.findall(r"^\| (`-.*?) \|", section, re.MULTILINE))
    documented = set(re.findall(r"`(--?[a-z][a-z-]*)", rows))
    options = {opt for param in COMMANDS[name].params for opt in param.opts if opt.startswith("-")}
    assert documented == options - {"--help", "-h"}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_an_example(name: str) -> None:
    assert re.search(rf"```\n(.*\n)*?{name}\b", SECTIONS[name])
    assert name in (COMMANDS[name].help or "")


def test_csv_columns_are_documented_in_their_order() -> None:
    table = SECTIONS["piagam extract"].split("| column |")[1]
    assert re.findall(r"^\| `(\w+)`", table, re.MULTILINE) == list(COLUMNS)


def test_error_codes_are_documented() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    codes = {kind.code for kind in kinds if issubclass(kind, errors.PageError)} - {
        "page.error",
        "page.over_limit",
    }
    text = (ROOT / "docs" / "contract.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(page\.\w+)`", text, re.MULTILINE)) == codes


def test_the_first_example_of_the_readme_holds() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    page = re.search(r"\$ cat page\.txt\n(.*?)\n\n\$", readme, re.DOTALL)
    shown = re.search(r"```json\n(.*?)```", readme, re.DOTALL)
    assert page and shown
    result = Extractor().read(Page("page.txt", f"{page[1]}\n".encode(), "text"))
    assert_shown(json.loads(shown[1]), json.loads(result.to_json()))


def assert_shown(shown: Any, whole: Any) -> None:
    """Whether what a document shows stands in the whole, fields left out."""
    if isinstance(shown, dict):
        for key, value in shown.items():
            assert_shown(value, whole[key])
    elif isinstance(shown, list):
        assert len(shown) == len(whole)
        for some, all_ in zip(shown, whole, strict=True):
            assert_shown(some, all_)
    else:
        assert shown == whole


def test_every_promise_of_the_threat_model_names_a_test() -> None:
    document = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/\S+\.py)::(test_\w+)`", document)
    assert len(named) == document.count("::") > 20
    for file, test in named:
        assert f"def {test}(" in (ROOT / file).read_text(encoding="utf-8"), f"{file}::{test}"


def test_links_between_documents_lead_somewhere() -> None:
    for document in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "corpora" / "README.md"):
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8")):
            assert (document.parent / link).exists(), f"{document.name}: {link}"
