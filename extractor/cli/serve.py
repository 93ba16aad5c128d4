"""`piagam serve`: the web application on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.guard import guarded, say

LOOPBACK = ("127.0.0.1", "::1", "localhost")


def serve(
    dataset: Annotated[
        Path | None,
        typer.Argument(metavar="[DATASET]", help="What piagam build made; else facts alone decide."),
    ] = None,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Address to listen on.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65535, help="0 takes a free one.")
    ] = 8000,
    jobs: Annotated[
        int, typer.Option("--jobs", metavar="N", min=1, max=64, help="Processes that read pages and claims.")
    ] = 2,
    programmes: Annotated[
        list[Path] | None,
        typer.Option("--programmes", metavar="DIR", exists=True, help="Further award programmes (YAML)."),
    ] = None,
) -> None:
    """Serve the web application: check a text, a page or a claim, and browse the dataset.

    It listens on this machine alone unless --host names another address, reads the dataset without changing
    it, keeps nothing that visitors give it, and never opens an address for them.

    \b
    Examples:
      piagam serve awards.db
      piagam serve awards.db --port 8080
    """
    with guarded():
        from extractor.errors import ExtraMissing

        try:
            from extractor.web import Limits, make_app
            from extractor.web.wire import listening, make_server
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] == "extractor":
                raise
            raise ExtraMissing(extra="web") from error

        local = host in LOOPBACK
        if not local:
            say(f"warning: {host} can be reached from other machines; there is no password")
        limits = Limits(readers=jobs)
        app = make_app(dataset, programmes=tuple(programmes or ()), limits=limits, local=local)
        door = listening(host, port)
        shown = f"[{host}]" if ":" in host else host
        say(f"Piagam: http://{shown}:{door.getsockname()[1]}/  (Ctrl-C ends)")
        make_server(app).run(sockets=[door])
