"""`piagam schema`: the contract of the output."""

from __future__ import annotations

import json
import sys

from extractor.cli.guard import guarded


def schema() -> None:
    """Print the JSON Schema of one line of `piagam extract`.

    \b
    Example:
      piagam schema > result.schema.json
    """
    with guarded():
        from extractor.model import Result

        contract = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Result.model_json_schema()}
        sys.stdout.write(json.dumps(contract, ensure_ascii=False, indent=1) + "\n")
