"""Which regular expressions the package compiles, where, and how it looks for them."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

METHODS = frozenset({"search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"})
_compile = re._compile  # type: ignore[attr-defined]


class Use(NamedTuple):
    """A pattern that the call at `place` ("pages/sniff.py:39") compiled, and the methods it is used with."""

    place: str
    pattern: re.Pattern[Any]
    methods: frozenset[str]


class Watch:
    """Writes down every pattern that a call within the package compiles, from now on."""

    def __init__(self, package: Path) -> None:
        self.package = package
        self.seen: dict[tuple[str, int], dict[tuple[Any, int], tuple[re.Pattern[Any], str]]] = {}
        re._compile = self._noting  # type: ignore[attr-defined]

    def _noting(self, pattern: Any, flags: Any) -> re.Pattern[Any]:
        compiled: re.Pattern[Any] = _compile(pattern, flags)
        caller = sys._getframe(2)
        file = Path(caller.f_code.co_filename)
        if self.package in file.parents:
            place = (str(file.relative_to(self.package)), caller.f_lineno)
            how = sys._getframe(1).f_code.co_name
            self.seen.setdefault(place, {})[compiled.pattern, compiled.flags] = (compiled, how)
        return compiled

    def uses(self) -> Iterator[Use]:
        """Each pattern once a place, in the order of places."""
        names, methods = _names(), _methods(self.package)
        for (file, line), patterns in sorted(self.seen.items()):
            for pattern, how in patterns.values():
                known = {m for name in names.get(id(pattern), ()) for m in methods.get(name, ())}
                used = {how} if how in METHODS else known or {"finditer", "match"}
                yield Use(f"{file}:{line}", pattern, frozenset(used))

    def unseen(self) -> list[str]:
        """Calls of `re` in the source that compiled nothing yet."""
        return [
            f"{path.relative_to(self.package)}:{first}"
            for path in sorted(self.package.rglob("*.py"))
            for first, last in _calls(path)
            if not any((str(path.relative_to(self.package)), n) in self.seen for n in range(first, last + 1))
        ]


def _calls(path: Path) -> Iterator[tuple[int, int]]:
    """First and last lines of the calls of `re.search` and its like."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in METHODS | {"compile"}
        ):
            yield node.lineno, node.end_lineno or node.lineno


def _methods(package: Path) -> dict[str, set[str]]:
    """The methods called on each name anywhere in the package."""
    found: dict[str, set[str]] = {}
    for path in sorted(package.rglob("*.py")):
        for name, method in re.findall(r"\b(\w+)\.(\w+)\b", path.read_text(encoding="utf-8")):
            if method in METHODS:
                found.setdefault(name, set()).add(method)
    return found


def _names() -> dict[int, set[str]]:
    """The names under which modules hold each pattern itself."""
    found: dict[int, set[str]] = {}
    for module in [m for name, m in sys.modules.items() if name.startswith("extractor.")]:
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                found.setdefault(id(value), set()).add(name)
    return found


def import_all(package: str) -> None:
    for info in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        if not info.name.endswith("__main__"):
            importlib.import_module(info.name)
