"""Write the assembled pipeline to `models/id_piagam`: `python -m extractor.pipes.build [FOLDER]`.

The same patterns give the same bytes: nothing of the machine, the time or the spaCy build that is not stated
in the versions goes into the files.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from extractor import __version__
from extractor.pipes.pipeline import build_pipeline

TARGET = Path(__file__).parents[2] / "models" / "id_piagam"
KEPT = (
    "lang",
    "name",
    "version",
    "description",
    "license",
    "spacy_version",
    "pipeline",
    "components",
    "disabled",
)


def save(folder: Path) -> None:
    """The pipeline's files in `folder`, replaced as a whole."""
    nlp = build_pipeline()
    nlp.meta.update(name="piagam", version=__version__, license="MIT")
    nlp.meta["description"] = "Award mentions in Indonesian news: rules and lists only, no trained weights."
    if folder.exists():
        shutil.rmtree(folder)
    nlp.to_disk(folder, exclude=["vocab"])
    shutil.rmtree(folder / "vocab", ignore_errors=True)
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    text = json.dumps(
        {key: meta[key] for key in KEPT if key in meta}, ensure_ascii=False, indent=2, sort_keys=True
    )
    (folder / "meta.json").write_text(text + "\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    save(Path(arguments[0]) if arguments else TARGET)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
