"""Read one YAML mapping safely: plain values only, and no key twice."""

from __future__ import annotations

from typing import Any

import yaml


class YamlFormError(Exception):
    """The text is no YAML mapping; the message gives the line."""


# The C loader is ten times as fast; the pure one reads the same where libyaml is missing.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """A safe loader that refuses a key given twice (YAML itself would silently keep the last)."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: dict[str, int] = {}
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise YamlFormError(f"line {key.start_mark.line + 1}: a key must be a word")
            line = key.start_mark.line + 1
            if key.value in seen:
                raise YamlFormError(
                    f"line {line}: key {key.value!r} is given twice (first in line {seen[key.value]})"
                )
            seen[key.value] = line
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        return mapping


def read_mapping(text: str) -> dict[str, Any]:
    """The mapping in `text`; raises YamlFormError for anything else."""
    try:
        value = yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        where = f"line {error.problem_mark.line + 1}: " if error.problem_mark else ""
        raise YamlFormError(f"{where}{error.problem}") from error
    except yaml.YAMLError as error:
        raise YamlFormError(" ".join(str(error).split())) from error
    if not isinstance(value, dict):
        raise YamlFormError("the file must hold one mapping with the fields of a programme")
    return value
