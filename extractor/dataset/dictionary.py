"""The data dictionary: what every table, view and exported column means.

`python -m extractor.dataset docs/dataset.md` writes the part of the document below its mark anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

import yaml

MARK: Final = "<!-- Below this line: made by python -m extractor.dataset docs/dataset.md -->\n"


@lru_cache(maxsize=1)
def _content() -> dict[str, Any]:
    text = (files("extractor.dataset") / "dictionary.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def tables() -> dict[str, dict[str, str]]:
    """What the columns of each table mean, in the order of the schema."""
    content = _content()
    shared = content["shared"]
    return {
        name: {column: words or shared[column] for column, words in table["columns"].items()}
        for name, table in content["tables"].items()
    }


def views() -> dict[str, str]:
    """What each view shows."""
    return dict(_content()["views"])


def export_column(export: str, column: str) -> str:
    """What an exported column means.  Raises KeyError for one that nobody described."""
    content = _content()
    own = content["exports"][export]
    return str(own[column] if column in own else content["shared"][column])


def markdown() -> str:
    """The dictionary as the lower part of docs/dataset.md."""
    return "".join(f"{line}\n" for line in _lines()).rstrip("\n") + "\n"


def _lines() -> Iterator[str]:
    from extractor.dataset.tables import EXPORTS

    yield "## Exported columns\n"
    for export in EXPORTS:
        yield f"### `{export.name}`\n"
        yield "| column | type | meaning |\n|---|---|---|"
        yield from (f"| `{c.name}` | {c.type} | {_cell(c.description)} |" for c in export.columns)
        yield ""
    yield "## Tables\n"
    for name, columns in tables().items():
        yield f"### `{name}`\n"
        yield f"{_content()['tables'][name]['about'].capitalize()}.\n"
        yield "| column | meaning |\n|---|---|"
        yield from (f"| `{column}` | {_cell(words)} |" for column, words in columns.items())
        yield ""
    yield "## Views\n"
    yield "| view | shows |\n|---|---|"
    yield from (f"| `{view}` | {_cell(words)} |" for view, words in views().items())


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")
