"""The other commands."""

from __future__ import annotations

import json
from pathlib import Path

from command_line import Piagam


def test_help_names_every_command_and_gives_examples(piagam: Piagam) -> None:
    top = piagam("--help")
    assert top.returncode == 0
    for command in ("extract", "schema", "programmes", "evaluate"):
        assert command.encode() in top.stdout
        assert b"piagam " + command.encode() in piagam(command, "--help").stdout


def test_version(piagam: Piagam) -> None:
    assert piagam("--version").stdout.startswith(b"piagam ")


def test_schema_describes_a_result(piagam: Piagam) -> None:
    done = piagam("schema")
    schema = json.loads(done.stdout)
    assert done.returncode == 0
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert {"article", "records", "figures", "criteria", "totals", "claims", "findings", "error"} <= set(
        schema["properties"]
    )


def test_programmes_are_listed_and_shown(piagam: Piagam) -> None:
    rows = [line.split("\t") for line in piagam("programmes", "list").stdout.decode().splitlines()]
    assert "uhc-awards" in [row[0] for row in rows]
    shown = piagam("programmes", "show", "uhc-awards")
    assert shown.returncode == 0
    assert shown.stdout.startswith(b"id: uhc-awards\n")


def test_what_is_shown_is_a_valid_programme_again(piagam: Piagam, tmp_path: Path) -> None:
    (tmp_path / "uhc.yaml").write_bytes(piagam("programmes", "show", "uhc-awards").stdout)
    done = piagam("programmes", "validate", "uhc.yaml")
    assert (done.returncode, done.stdout) == (0, b"")


def test_an_unknown_programme_is_wrong_usage(piagam: Piagam) -> None:
    done = piagam("programmes", "show", "nobel")
    assert done.returncode == 2
    assert b"uhc-awards" in done.stderr


def test_problems_of_a_programme_are_named(piagam: Piagam, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("id: Not An Id\n", encoding="utf-8")
    done = piagam("programmes", "validate", "bad.yaml", "gone.yaml")
    assert done.returncode == 1
    assert b"bad.yaml" in done.stdout and b"gone.yaml" in done.stdout
    assert b"Traceback" not in done.stderr
