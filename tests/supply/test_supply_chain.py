"""Locks, licences and the wheel: what is installed is what was looked at."""

from __future__ import annotations

import os
import re
import tomllib
import zipfile
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.supply import licences
from tests.supply.locks import ROOT, Pin, pins
from tests.supply.wheel import built_twice, digest

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]


def asked(*extras: str) -> list[Requirement]:
    """What the project and these extras ask for, extras of extras included."""
    found = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
    waiting = list(extras)
    while waiting:
        for line in EXTRAS[waiting.pop()]:
            requirement = Requirement(line)
            if requirement.name == "piagam":
                waiting.extend(requirement.extras)
            else:
                found.append(requirement)
    return found


def grouped(name: str) -> list[Requirement]:
    return [Requirement(line) for line in PROJECT["dependency-groups"][name]]


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("dev", [*asked("dev"), *grouped("build")]),
        ("runtime", asked("all")),
        ("tools", grouped("supply")),
    ],
    ids=["dev", "runtime", "tools"],
)
def test_a_lock_holds_what_the_project_asks_for(lock: str, wanted: list[Requirement]) -> None:
    locked: dict[str, list[Pin]] = {}
    for pin in pins(lock):
        locked.setdefault(pin.name, []).append(pin)
    for requirement in wanted:
        held = locked.get(canonicalize_name(requirement.name), [])
        assert held, f"{requirement.name} is not in {lock}.lock: make lock"
        assert all(pin.version in requirement.specifier for pin in held), f"{requirement}: make lock"


def test_the_build_backend_is_locked_with_the_rest() -> None:
    assert set(PROJECT["build-system"]["requires"]) <= set(PROJECT["dependency-groups"]["build"])


@pytest.mark.parametrize("lock", ["dev", "runtime", "tools"])
def test_every_pin_has_hashes(lock: str) -> None:
    assert [pin.name for pin in pins(lock) if not pin.hashes] == []


def test_users_get_what_was_tested() -> None:
    tested = {(pin.name, pin.version) for pin in pins("dev")}
    assert {(pin.name, pin.version) for pin in pins("runtime")} <= tested


def table() -> list[tuple[str, ...]]:
    text = licences.DOCUMENT.read_text(encoding="utf-8")
    rows = [tuple(line.strip("| ").split(" | ")) for line in re.findall(r"^\| .* \|$", text, re.MULTILINE)]
    return rows[1:]


def test_every_locked_package_stands_in_the_table_with_an_allowed_licence() -> None:
    wanted = [(name, versions, use) for name, versions, _, use in licences.rows()]
    assert [(name, versions, use) for name, versions, _, use in table()] == wanted, "make licences"
    assert [row for row in table() if not licences.allowed(row[2])] == []


def test_what_is_installed_has_the_licence_of_the_table() -> None:
    told = {row[0]: row[2] for row in table()}
    found = {name: licence for name, versions, licence, _ in licences.rows() if is_installed(name, versions)}
    assert len(found) > 60
    assert found == {name: told[name] for name in found}


def is_installed(name: str, versions: str) -> bool:
    """Whether one of these versions is here, as `make` installs it."""
    try:
        return version(name) in versions.split(", ")
    except PackageNotFoundError:
        return False


@pytest.mark.parametrize(
    ("expression", "is_allowed"),
    [
        ("MIT", True),
        ("MPL-2.0 AND MIT", True),
        ("(MIT OR GPL-3.0-only) AND BSD-3-Clause", True),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("", False),
    ],
)
def test_licences_are_weighed(expression: str, is_allowed: bool) -> None:
    assert licences.allowed(expression) is is_allowed


def test_the_wheel_is_the_same_from_any_folder_and_holds_its_data(tmp_path: Path) -> None:
    if find_spec("hatchling") is None:
        if "wheel" in os.environ.get("PIAGAM_REQUIRE", "").split(","):
            pytest.fail("hatchling is not installed")
        pytest.skip("hatchling is not installed")
    one, other = built_twice(tmp_path)
    assert digest(one) == digest(other)
    with zipfile.ZipFile(one) as wheel:
        names = set(wheel.namelist())
    held = {path.relative_to(ROOT).as_posix() for path in (ROOT / "extractor").rglob("*") if path.is_file()}
    assert {name for name in held if "__pycache__" not in name} <= names
    model = (path.relative_to(ROOT) for path in (ROOT / "models").rglob("*") if path.is_file())
    assert {f"extractor/{path.as_posix()}" for path in model} <= names
