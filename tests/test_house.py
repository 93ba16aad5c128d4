"""The way through the house: each room imports only from rooms before it, and nothing imports the faces."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1] / "extractor"

ROOMS = (
    *("errors", "limits", "model", "deadline", "parallel", "profiling"),
    *("pages", "articles", "regions", "programmes", "pipes", "gate", "records", "reconcile", "core", "run"),
    *("dataset", "factcheck", "display", "evaluate"),
)
"""From the first to the last before the faces."""

FACES = ("engines", "report", "web")
"""Ways in and out; only the command line, which starts them, knows them."""

LAST = ("cli", "__main__")


def room_of(file: Path) -> str:
    return file.relative_to(HOUSE).parts[0].removesuffix(".py")


def imported(file: Path) -> Iterator[str]:
    """The rooms that a file imports from, wherever in it the import stands."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are written in full"
            whole = node.module or ""
            names = [f"{whole}.{each.name}" for each in node.names] if whole == "extractor" else [whole]
        elif isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        for name in names:
            house, _, rest = name.partition(".")
            room = rest.partition(".")[0]
            if house == "extractor" and room and not room.startswith("__"):
                yield room


FILES = sorted(file for file in HOUSE.rglob("*.py") if file.parent != HOUSE or file.name != "__init__.py")


def test_every_room_has_its_place() -> None:
    assert {room_of(file) for file in FILES} == {*ROOMS, *FACES, *LAST}


@pytest.mark.parametrize("room", [*ROOMS, *FACES])
def test_a_room_imports_only_from_rooms_before_it(room: str) -> None:
    before = ROOMS[: ROOMS.index(room)] if room in ROOMS else ROOMS
    allowed = {room, *before}
    files = [file for file in FILES if room_of(file) == room]
    wrong = {f"{file.relative_to(HOUSE)}: {name}" for file in files for name in imported(file)}
    assert {each for each in wrong if each.rpartition(" ")[2] not in allowed} == set()
